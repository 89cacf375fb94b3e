package dev.bongsu.feed;

/// A feed whose last polls failed.
///
/// @param failures in a row; at least 1
/// @param error of the last poll, for an operator
public record FailingFeed(Feed feed, int failures, String error) {}
