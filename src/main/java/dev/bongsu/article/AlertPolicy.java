package dev.bongsu.article;

/// What a new article means for the chats.
enum AlertPolicy {
  SINGLE,
  /// One of many after an outage.
  BATCHED,
  /// It is only kept: it was there before the feed was watched.
  SILENT,
  /// It is only kept: it was old news when it was first seen.
  STALE;

  boolean suppressesAlert() {
    return this == SILENT || this == STALE;
  }
}
