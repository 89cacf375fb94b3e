package dev.bongsu.article;

/// What a new article means for the chats.
enum Telling {
  USUAL,
  /// One of many after an outage.
  FLOOD,
  /// It is only kept: it was there before the feed was watched.
  QUIET,
  /// It is only kept: it was old news when it was first seen.
  OLD;

  boolean isQuiet() {
    return this == QUIET || this == OLD;
  }
}
