package dev.bongsu.storage;

/// A row that a worker holds until its lease expires.
///
/// @param id of the row
/// @param token the fencing token: higher at each claim of the row, which distinguishes a worker
///   that lost its lease from the current holder
public record Claim(long id, long token) {}
