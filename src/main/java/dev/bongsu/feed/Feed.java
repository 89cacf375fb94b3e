package dev.bongsu.feed;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address we poll.
///
/// @param title as the publisher calls it, one line; blank until first read
/// @param link the site it belongs to; null if unknown
/// @param language BCP 47; blank if unknown
/// @param name as the catalogue calls it; blank if it is not in the catalogue
/// @param category of the catalogue; blank likewise
/// @param newestEntryDate the latest date that an entry of it has had, but for dates to come; null
///   if none had one
/// @param secret the address holds credentials or a token: only its keepers may see it
/// @param lastSuccess when it was last read; null if never
public record Feed(
    FeedId id,
    URI address,
    String title,
    @Nullable URI link,
    String language,
    String name,
    String category,
    Validators validators,
    @Nullable Instant newestEntryDate,
    boolean secret,
    @Nullable Instant lastSuccess) {

  /// Whether nothing was read from it before: its entries are old news.
  public boolean isFirstPoll() {
    return lastSuccess == null;
  }

  /// What to call it in front of people who may see it; never blank.
  public String displayName() {
    if (!name.isBlank()) {
      return name;
    }
    return title.isBlank()
        ? String.valueOf(address.getRawAuthority()).replaceFirst("^.*@", "")
        : title;
  }

  /// The same feed as if nothing had been read from it before.
  Feed asFirstPoll() {
    return new Feed(
        id,
        address,
        title,
        link,
        language,
        name,
        category,
        validators,
        newestEntryDate,
        secret,
        null);
  }

  /// For logs: an address may hold secrets, so it is never printed whole.
  @Override
  public String toString() {
    return "feed %d (%s)".formatted(id.value(), displayName());
  }
}
