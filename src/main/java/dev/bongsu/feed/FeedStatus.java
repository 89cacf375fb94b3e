package dev.bongsu.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a feed fares, as one chat sees it.
///
/// @param lastSuccess when it was last read; null if never
/// @param failures in a row
/// @param problem of the last failure; none if it was read since
/// @param nextPoll when it is asked again; null if it is gone for good
/// @param kept by the chat that asks
public record FeedStatus(
    Feed feed,
    @Nullable Instant lastSuccess,
    int failures,
    FeedProblem problem,
    @Nullable Instant nextPoll,
    boolean kept,
    boolean inCatalogue) {}
