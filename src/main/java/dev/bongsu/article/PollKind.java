package dev.bongsu.article;

/// How a feed's document comes.
public enum PollKind {
  /// For the first time: its entries are kept, and nobody is told.
  FIRST,
  /// As every few minutes.
  REGULAR,
  /// After days in which the feed could not be read: of much that is new at once, a chat is told a
  /// little singly and the rest in one message (r043).
  AFTER_OUTAGE
}
