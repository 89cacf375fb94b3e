package dev.bongsu.feed;

import java.net.URI;

/// Whether an address leads to a feed.
public sealed interface DiscoveryOutcome {

  /// It does.
  ///
  /// @param address of the feed, after permanent redirects; as typed if it has user info
  /// @param fetched its document
  record Found(URI address, FetchOutcome.Fetched fetched) implements DiscoveryOutcome {}

  /// It does not.
  ///
  /// @param reason for the operator's log only: whoever asked must learn nothing of the target
  record NotFound(Kind kind, String reason) implements DiscoveryOutcome {}

  /// Why there is no feed, as far as it may be told.
  enum Kind {
    /// Not an address we may or can reach.
    UNREACHABLE,
    /// It answers, but there is no feed.
    NO_FEED
  }
}
