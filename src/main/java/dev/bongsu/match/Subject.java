package dev.bongsu.match;

import dev.bongsu.query.Facts;

/// What queries are asked about: an article, or any text.
///
/// @param text of an article: title, line feed, body
/// @param titleEnd where the title ends in the text
public record Subject(String text, int titleEnd, Facts facts) {

  /// A text of which nothing more is known: its first line is the title.
  public static Subject of(String text) {
    return of(text, Facts.none());
  }

  public static Subject of(String text, Facts facts) {
    int lineFeed = text.indexOf('\n');
    return new Subject(text, lineFeed < 0 ? text.length() : lineFeed, facts);
  }
}
