package dev.bongsu.archive;

/// How many articles satisfy a query.
///
/// @param articles one page is one
/// @param all false if there may be more
public record Count(int articles, boolean all) {}
