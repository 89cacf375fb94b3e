package dev.bongsu.feed;

import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;

/// A feed that a worker has claimed.
///
/// @param headers set by the operator for its requests
/// @param afterOutage whether the last successful poll is two days ago or more
public record DueFeed(Claim claim, Feed feed, FeedHeaders headers, boolean afterOutage)
    implements ClaimedRow {}
