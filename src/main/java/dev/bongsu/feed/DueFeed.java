package dev.bongsu.feed;

import dev.bongsu.storage.Claim;

/// A feed that a worker has taken to poll.
public record DueFeed(Claim claim, Feed feed) {}
