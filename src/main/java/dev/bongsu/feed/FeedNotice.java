package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import java.util.List;

/// Something about a feed that its keepers should know.
///
/// @param keepers in no order; may be empty
public record FeedNotice(Kind kind, Feed feed, List<ChatKey> keepers) {
  /// What there is to say.
  public enum Kind {
    /// It could not be read for three days; it is asked on.
    FAILING,
    /// It is gone, and asked no more.
    GONE
  }
}
