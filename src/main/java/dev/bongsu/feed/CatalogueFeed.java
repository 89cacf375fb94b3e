package dev.bongsu.feed;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A shipped feed.
///
/// @param language BCP 47
/// @param interval at which the operator wants it asked, whatever it wants itself; null for its own
///   pace
record CatalogueFeed(
    String name, String language, String category, URI address, @Nullable Duration interval) {}
