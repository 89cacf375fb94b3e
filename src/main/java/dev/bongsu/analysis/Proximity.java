package dev.bongsu.analysis;

/// How near words must stand to each other, within one sentence.
///
/// @param wordsBetween the most other words between the first and the last
public record Proximity(int wordsBetween) {}
