/// Feeds: addresses, schedule, results, keepers.
///
/// `FeedFetcher` polls, `FeedDiscovery` finds a page's feed, `FeedStore` keeps state,
/// `FeedCatalogue` reads the catalogue file.
///
/// May import `storage`, `chat`, `charset`, `http`, `syndication`.
@ApplicationModule(allowedDependencies = {"storage", "chat", "charset", "http", "syndication"})
@NullMarked
package dev.bongsu.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
