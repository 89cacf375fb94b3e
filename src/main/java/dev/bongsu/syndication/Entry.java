package dev.bongsu.syndication;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One item as the publisher wrote it, as plain text.
///
/// @param id the publisher's own; null if there is none
/// @param title one line without markup, at most 300 characters; blank if there is none
/// @param link absolute, http or https; null if there is none or if it is longer than 2,000
///   characters
/// @param published null if the feed does not say, or not readably
/// @param summary plain text, lines ended by `\n`; blank if there is none
/// @param content the longest text the feed has of it, summary included; blank if there is none
/// @param author blank if unknown
/// @param categories in the feed's order, without blanks; at most 50 of at most 200 characters
public record Entry(
    @Nullable String id,
    String title,
    @Nullable URI link,
    @Nullable Instant published,
    String summary,
    String content,
    String author,
    List<String> categories) {
  /// More than a browser's address bar takes everywhere, and a page's address is stored three
  /// times.
  static final int MAX_LINK_CHARS = 2_000;

  private static final int MAX_CATEGORIES = 50;
  private static final int MAX_CATEGORY_CHARS = 200;

  public Entry {
    link = shortOrNull(link);
    // a NUL is no text, and PostgreSQL does not store it
    id = id == null ? null : id.replace("\0", "");
    title = title.replace("\0", "");
    summary = summary.replace("\0", "");
    content = content.replace("\0", "");
    author = author.replace("\0", "");
    categories =
        categories.stream()
            .filter(category -> category.length() <= MAX_CATEGORY_CHARS)
            .limit(MAX_CATEGORIES)
            .toList();
  }

  /// A link unless it is too long.
  static @Nullable URI shortOrNull(@Nullable URI link) {
    return link == null || link.toString().length() > MAX_LINK_CHARS ? null : link;
  }
}
