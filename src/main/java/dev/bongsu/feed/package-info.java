/// Feeds: where they are, when they are due, how they fare.
///
/// `FeedFetcher` polls, `FeedDiscovery` finds a page's feed, `FeedStore` keeps state,
/// `FeedCatalogue` brings the shipped list.
///
/// May import `storage`, `chat`, `language`, `charset`, `http`, `syndication`.
@ApplicationModule(
    allowedDependencies = {"storage", "chat", "language", "charset", "http", "syndication"})
@NullMarked
package dev.bongsu.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
