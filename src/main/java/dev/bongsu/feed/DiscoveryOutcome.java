package dev.bongsu.feed;

import java.net.URI;

/// The result of feed discovery.
public sealed interface DiscoveryOutcome {

  /// A feed was found.
  ///
  /// @param address of the feed, after permanent redirects; as typed if it has user info
  /// @param fetched the feed's document
  record Found(URI address, FetchOutcome.Fetched fetched) implements DiscoveryOutcome {}

  /// No feed was found.
  ///
  /// @param reason for the operator's log only: users must learn nothing about the target
  record NotFound(Kind kind, String reason) implements DiscoveryOutcome {}

  /// Why there is no feed, in as much detail as a user may see.
  enum Kind {
    /// An address that we never open, whatever is there: of a private network, or with an unusual
    /// port.
    REFUSED,
    /// Nothing could be read there.
    UNREACHABLE,
    /// The address responds, but not with a feed.
    NO_FEED
  }
}
