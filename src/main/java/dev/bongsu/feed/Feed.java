package dev.bongsu.feed;

import dev.bongsu.http.HostStore;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A polled address.
///
/// @param title of the publisher, one line; blank until the first successful poll
/// @param link the site it belongs to; null if unknown
/// @param language BCP 47; blank if unknown
/// @param name in the catalogue; blank if the feed is not in it
/// @param category of the catalogue; blank likewise
/// @param newestEntryDate the latest plausible date of its entries; null if none had one
/// @param secret the address holds credentials or a token: only its keepers may see it
/// @param forEverybody whether all chats see its articles, and not its keepers alone
/// @param lastSuccess time of the last successful poll; null if none
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
    boolean forEverybody,
    @Nullable Instant lastSuccess) {

  /// Whether no poll has succeeded yet: then the first entries cause no alerts.
  public boolean isFirstPoll() {
    return lastSuccess == null;
  }

  /// The name for chats that may see the feed; never blank.
  public String displayName() {
    if (!name.isBlank()) {
      return name;
    }
    return title.isBlank()
        ? String.valueOf(address.getRawAuthority()).replaceFirst("^.*@", "")
        : title;
  }

  /// The address for chats: a secret one must not be shown, so the site's instead.
  public URI shownAddress() {
    return secret
        ? URI.create(address.getScheme() + "://" + HostStore.hostOf(address) + "/")
        : address;
  }

  /// The same feed without a successful poll.
  public Feed asFirstPoll() {
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
        forEverybody,
        null);
  }

  /// For logs: an address may hold secrets, so it is never printed whole.
  @Override
  public String toString() {
    return "feed %d (%s)".formatted(id.value(), displayName());
  }
}
