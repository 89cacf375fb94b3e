package dev.bongsu.feed;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A feed of the catalogue.
///
/// @param language BCP 47
/// @param headers sent to its server with each request; values may be secret
/// @param interval set by the operator, overrides the learned one; null for none
record CatalogueFeed(
    String name,
    String language,
    String category,
    URI address,
    FeedHeaders headers,
    @Nullable Duration interval) {}
