/// Feeds: where they are, when they are due, how they fare.
///
/// `FeedFetcher` polls, `FeedDiscovery` finds a page's feed, `FeedStore` keeps state,
/// `FeedCatalogue` brings the shipped list.
///
/// May import `storage`, `chat`, `language`, `charset`, `http`, `syndication`, `subscription`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "language",
      "charset",
      "http",
      "syndication",
      "subscription"
    })
@NullMarked
package dev.bongsu.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
