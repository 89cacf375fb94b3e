package dev.bongsu.feed;

import dev.bongsu.storage.Claim;
import java.time.Instant;

/// A feed that a worker has taken to poll.
///
/// @param read when it could last be read; the epoch if never
/// @param away whether it could not be read for two days or longer
public record DueFeed(Claim claim, Feed feed, Instant read, boolean away) {}
