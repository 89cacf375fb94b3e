package dev.bongsu.archive;

/// How many articles satisfy a query.
///
/// @param articles one page is one
/// @param exact false if there may be more
public record ArticleCount(int articles, boolean exact) {}
