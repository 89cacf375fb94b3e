package dev.bongsu.subscription;

import dev.bongsu.query.QueryId;

/// A distinct query as others must know it.
///
/// @param text in normal form
/// @param live false when the last subscription to it ended
/// @param version of the last change to it
public record StandingQuery(QueryId id, String text, boolean live, long version) {}
