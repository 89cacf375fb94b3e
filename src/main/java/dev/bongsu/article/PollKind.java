package dev.bongsu.article;

/// The kinds of polls.
public enum PollKind {
  /// The first poll: entries are stored without alerts.
  FIRST,
  /// A regular poll.
  REGULAR,
  /// The first poll after an outage of days: a chat gets a few of many new articles singly and the
  /// rest in one message (r043).
  AFTER_OUTAGE
}
