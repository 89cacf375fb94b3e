package dev.bongsu.feed;

/// The numbers of feeds by condition.
///
/// @param active feeds that are polled
/// @param failing of these, those whose last poll failed
/// @param neverRead of these, those never read yet
/// @param overdue of these, those that should have been polled by now
public record FeedCounts(long active, long failing, long neverRead, long overdue) {}
