package dev.bongsu.article;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry made ours.
///
/// @param link where it is read
/// @param source the name of its feed
/// @param title one line, not blank
/// @param text the body as read from the page; the feed's own text until then, or if the page
///   cannot be had; may be empty
/// @param language BCP 47, `und` if unknown
/// @param published null if nobody knows
/// @param kind news until its page is read
public record Article(
    ArticleId id,
    URI link,
    String source,
    String title,
    String text,
    String language,
    @Nullable Instant published,
    ArticleKind kind) {

  /// What queries are matched against, and spans count in.
  public String matchedText() {
    return matchedText(title, text);
  }

  /// Title, line feed, text.
  public static String matchedText(String title, String text) {
    return title + "\n" + text;
  }
}
