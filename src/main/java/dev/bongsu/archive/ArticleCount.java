package dev.bongsu.archive;

/// The number of articles that match a query.
///
/// @param articles several of one page count as one
/// @param exact false if there may be more articles
public record ArticleCount(int articles, boolean exact) {}
