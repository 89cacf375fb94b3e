package dev.bongsu.feed;

/// The number of a feed's row.
public record FeedId(long value) {}
