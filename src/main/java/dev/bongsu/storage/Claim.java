package dev.bongsu.storage;

/// A row taken for work until its lease runs out.
///
/// @param id of the row
/// @param token the fencing token: higher at each claim of the row, so that a worker that lost its
///   lease can be told from the one that holds it now
public record Claim(long id, long token) {}
