package dev.bongsu.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a feed fares, as one chat sees it.
///
/// @param succeeded when it was last read; null if never
/// @param failures in a row
/// @param trouble of the last failure; none if it was read since
/// @param next when it is asked again; null if it is gone for good
/// @param kept by the chat that asks
public record FeedStatus(
    Feed feed,
    @Nullable Instant succeeded,
    int failures,
    Trouble trouble,
    @Nullable Instant next,
    boolean kept,
    boolean inCatalogue) {}
