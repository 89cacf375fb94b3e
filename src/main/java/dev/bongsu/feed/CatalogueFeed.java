package dev.bongsu.feed;

import java.net.URI;

/// A shipped feed.
///
/// @param language BCP 47
record CatalogueFeed(String name, String language, String category, URI address) {}
