package dev.bongsu.match;

import dev.bongsu.query.ArticleFields;

/// What queries are evaluated on: an article, or any text.
///
/// @param text of an article: title, line feed, body
/// @param titleEnd where the title ends in the text
public record MatchInput(String text, int titleEnd, ArticleFields fields) {

  /// A text without fields, whose first line is the title.
  public static MatchInput of(String text) {
    return of(text, ArticleFields.none());
  }

  public static MatchInput of(String text, ArticleFields fields) {
    int lineFeed = text.indexOf('\n');
    return new MatchInput(text, lineFeed < 0 ? text.length() : lineFeed, fields);
  }
}
