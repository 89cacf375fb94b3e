package dev.bongsu.analysis;

/// How near words have to stand.
///
/// @param wordsBetween the most other words among them, from their first to their last
/// @param oneSentence whether they have to stand in one sentence; one line it is always
public record Proximity(int wordsBetween, boolean oneSentence) {}
