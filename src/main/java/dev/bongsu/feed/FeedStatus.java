package dev.bongsu.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a feed fares, as one chat sees it.
///
/// @param succeeded when it was last read; null if never
/// @param failures in a row
/// @param error of the last failure, in words for an operator; blank if it was read since
/// @param next when it is asked again; null if it is gone for good
/// @param kept by the chat that asks
public record FeedStatus(
    Feed feed,
    @Nullable Instant succeeded,
    int failures,
    String error,
    @Nullable Instant next,
    boolean kept,
    boolean inCatalogue) {}
