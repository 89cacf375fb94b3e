package dev.bongsu.feed;

import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;

/// A feed that a worker has claimed.
///
/// @param afterOutage whether the last successful poll is two days ago or more
public record DueFeed(Claim claim, Feed feed, boolean afterOutage) implements ClaimedRow {}
