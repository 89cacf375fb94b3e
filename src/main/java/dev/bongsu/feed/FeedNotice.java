package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import java.util.List;

/// A notice to the keepers of a feed.
///
/// @param keepers in no order; may be empty
public record FeedNotice(Kind kind, Feed feed, List<ChatKey> keepers) {
  /// The kinds of notices.
  public enum Kind {
    /// The feed failed for three days; polling continues.
    FAILING,
    /// The feed is gone and no longer polled.
    GONE
  }
}
