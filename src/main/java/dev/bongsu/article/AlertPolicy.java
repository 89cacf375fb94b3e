package dev.bongsu.article;

/// How chats are alerted to a new article.
enum AlertPolicy {
  SINGLE,
  /// One of many articles after an outage of the feed.
  BATCHED,
  /// Stored without an alert: it was in the first document of the feed.
  SILENT,
  /// Stored without an alert: it was old when it was first seen.
  STALE;

  boolean suppressesAlert() {
    return this == SILENT || this == STALE;
  }
}
