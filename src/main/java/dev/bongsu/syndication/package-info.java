/// Bytes to `ParsedFeed`: RSS, Atom, RDF, CDF, news sitemaps and JSON Feed, well-formed or not.
///
/// `FeedParser` is the way in. No storage, no network: the bytes are given.
///
/// May import `language`, `charset`, `http`.
@ApplicationModule(allowedDependencies = {"language", "charset", "http"})
@NullMarked
package dev.bongsu.syndication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
