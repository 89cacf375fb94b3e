package dev.bongsu.feed;

/// What is wrong with a feed, in as few words as a stranger may know.
public enum FeedProblem {
  /// Nothing was wrong at the last poll, or nobody has asked yet.
  NONE,
  /// No usable answer, or an address that must not be asked.
  UNREACHABLE,
  /// The server answered with an error.
  ERROR,
  /// The server says that there is no such thing (404).
  MISSING,
  /// The answer is no feed, or one that cannot be read.
  NO_FEED,
  /// It is gone for good, and asked no more.
  GONE;

  /// The value of a name; `NONE` for a blank one.
  static FeedProblem of(String name) {
    return name.isEmpty() ? NONE : valueOf(name);
  }
}
