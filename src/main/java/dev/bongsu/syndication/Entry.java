package dev.bongsu.syndication;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One item as the publisher wrote it, as plain text.
///
/// @param id the publisher's own; null if there is none
/// @param title one line without markup, at most 300 characters; blank if there is none
/// @param link absolute, http or https; null if there is none
/// @param published null if the feed does not say, or not readably
/// @param summary plain text, lines ended by `\n`; blank if there is none
/// @param content the longest text the feed has of it, summary included; blank if there is none
/// @param author blank if unknown
/// @param categories in the feed's order, without blanks
public record Entry(
    @Nullable String id,
    String title,
    @Nullable URI link,
    @Nullable Instant published,
    String summary,
    String content,
    String author,
    List<String> categories) {
  public Entry {
    // a NUL is no text, and PostgreSQL does not store it
    id = id == null ? null : id.replace("\0", "");
    title = title.replace("\0", "");
    summary = summary.replace("\0", "");
    content = content.replace("\0", "");
    author = author.replace("\0", "");
    categories = List.copyOf(categories);
  }
}
