package dev.bongsu.feed;

import dev.bongsu.syndication.FeedLink;
import java.net.URI;
import java.util.List;

/// The result of feed discovery.
public sealed interface DiscoveryOutcome {

  /// A feed was found.
  ///
  /// @param address of the feed, after permanent redirects; as typed if it has user info
  /// @param fetched the feed's document
  record Found(URI address, FetchOutcome.Fetched fetched) implements DiscoveryOutcome {}

  /// The person has to choose: the page names several feeds, or none and its site has one.
  ///
  /// @param named whether the page names them
  /// @param feeds at least one
  record Choice(boolean named, List<FeedLink> feeds) implements DiscoveryOutcome {
    public Choice {
      feeds = List.copyOf(feeds);
    }
  }

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
    /// The site refuses the bot: it wants a login, a browser, or no robots.
    FORBIDDEN,
    /// The site has nothing at the address.
    MISSING,
    /// The address responds, but not with a feed.
    NO_FEED
  }
}
