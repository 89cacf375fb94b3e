/// Feeds: where they are, when they are due, what they say.
///
/// `FeedFetcher` asks, `FeedParser` reads bytes, `FeedDiscovery` finds a page's feed, `FeedStore`
/// keeps state, `FeedCatalogue` brings the shipped list.
///
/// May import `storage`, `chat`, `text`, `http`.
@ApplicationModule(allowedDependencies = {"storage", "chat", "text", "http"})
@NullMarked
package dev.bongsu.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
