package dev.bongsu.storage;

import java.time.Duration;

/// The rows that wait in a queue.
///
/// @param rows the number of waiting rows
/// @param age of the oldest waiting row; zero if none waits
public record Backlog(long rows, Duration age) {}
