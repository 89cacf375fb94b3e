package dev.bongsu.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The condition of a feed as one chat sees it.
///
/// @param lastSuccess time of the last successful poll; null if none
/// @param failures in a row
/// @param problem of the last poll; `NONE` if it succeeded
/// @param nextPoll time of the next poll; null if the feed is gone
/// @param kept whether the chat keeps the feed
/// @param shared whether an owner of the bot shared it
/// @param inWorkspace whether an administrator of the chat's workspace shared it there
public record FeedStatus(
    Feed feed,
    @Nullable Instant lastSuccess,
    int failures,
    FeedProblem problem,
    @Nullable Instant nextPoll,
    boolean kept,
    boolean inCatalogue,
    boolean shared,
    boolean inWorkspace) {

  /// Whether its last poll failed, or it is gone.
  public boolean isTroubled() {
    return problem != FeedProblem.NONE || nextPoll == null;
  }
}
