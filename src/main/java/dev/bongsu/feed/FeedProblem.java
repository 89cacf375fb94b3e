package dev.bongsu.feed;

/// What is wrong with a feed, without details that only its keepers may see.
public enum FeedProblem {
  /// The last poll succeeded, or there was none.
  NONE,
  /// No usable response, or a forbidden address.
  UNREACHABLE,
  /// The server responded with an error.
  ERROR,
  /// The site refuses the bot.
  FORBIDDEN,
  /// The server responds 404.
  MISSING,
  /// The response is not a readable feed.
  NO_FEED,
  /// The feed is permanently gone and no longer polled.
  GONE;

  /// The value of a stored name; `NONE` for a blank one.
  static FeedProblem of(String name) {
    return name.isEmpty() ? NONE : valueOf(name);
  }
}
