package dev.bongsu.syndication;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document that was read.
///
/// @param title one line; blank if there is none
/// @param link of the site; null if there is none or if it is longer than 2,000 characters
/// @param language BCP 47; blank if unknown
/// @param entries in the publisher's order, at most the newest 1 000
/// @param warnings what was wrong with it, for the operator, in words
/// @param complete false if the document broke off: the rest has to be fetched again
/// @param hints when the publisher wants to be asked
public record ParsedFeed(
    String title,
    @Nullable URI link,
    String language,
    FeedFormat format,
    List<Entry> entries,
    List<String> warnings,
    boolean complete,
    FeedHints hints) {
  public ParsedFeed {
    link = Entry.shortOrNull(link);
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }
}
