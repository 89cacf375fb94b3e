package dev.bongsu.analysis;

/// Where something stands: UTF-16 offsets into the text as it was given.
///
/// @param start inclusive
/// @param end exclusive, greater than `start`
public record Occurrence(int start, int end) {}
