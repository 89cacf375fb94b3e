package dev.bongsu.command;

import dev.bongsu.feed.DiscoveryOutcome;
import dev.bongsu.feed.Feed;

/// The outcome of adding a feed to a chat.
sealed interface FeedAddition {

  /// Only owners of the bot may add feeds.
  record NotAllowed() implements FeedAddition {}

  /// The text is no address.
  record BadAddress() implements FeedAddition {}

  /// The chat has added as many feeds today as it may.
  record QuotaExceeded() implements FeedAddition {}

  /// There is no readable feed at the address.
  record NotFound(DiscoveryOutcome.NotFound reason) implements FeedAddition {}

  /// The person has to choose one of these.
  record Choice(DiscoveryOutcome.Choice feeds) implements FeedAddition {}

  /// No chat had the feed before.
  ///
  /// @param entries number of its entries
  record New(Feed feed, int entries) implements FeedAddition {}

  /// The bot polled the feed already, for the catalogue or other chats.
  record Known(Feed feed) implements FeedAddition {}

  /// The chat had added it before.
  record AlreadyAdded(Feed feed) implements FeedAddition {}
}
