/// Bytes to `ParsedFeed`: RSS, Atom, RDF, CDF, news sitemaps and JSON Feed, well-formed or not.
///
/// `FeedParser` is the way in. No storage, no network: the bytes are given.
///
/// May import `charset`, `http`.
@ApplicationModule(allowedDependencies = {"charset", "http"})
@NullMarked
package dev.bongsu.syndication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
