package dev.bongsu.storage;

import java.time.Duration;

/// What waits in a queue.
///
/// @param rows that wait
/// @param age of the oldest; zero if nothing waits
public record Backlog(long rows, Duration age) {}
