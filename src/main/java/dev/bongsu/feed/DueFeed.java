package dev.bongsu.feed;

import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;

/// A feed that a worker has taken to poll.
///
/// @param afterOutage whether it could not be read for two days or longer
public record DueFeed(Claim claim, Feed feed, boolean afterOutage) implements ClaimedRow {}
