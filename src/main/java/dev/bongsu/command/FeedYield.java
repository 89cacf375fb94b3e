package dev.bongsu.command;

/// What a feed brought in the last days, and what trouble it made.
///
/// @param articles new articles
/// @param alerts about its articles
/// @param failedPolls polls that failed
public record FeedYield(int articles, int alerts, int failedPolls) {}
