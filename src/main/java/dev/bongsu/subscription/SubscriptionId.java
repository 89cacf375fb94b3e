package dev.bongsu.subscription;

/// The number of a subscription's row.
public record SubscriptionId(long value) {}
