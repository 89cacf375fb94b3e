package dev.bongsu.subscription;

import dev.bongsu.query.QueryId;

/// A chat's standing query.
///
/// @param text as the person wrote it
public record Subscription(SubscriptionId id, QueryId query, String text) {}
