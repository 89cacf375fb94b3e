package dev.bongsu.query;

/// The id of a distinct query: subscriptions with equal queries share it.
public record QueryId(long value) {}
