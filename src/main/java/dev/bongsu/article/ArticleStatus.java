package dev.bongsu.article;

import java.time.Instant;

/// What became of an entry of a feed.
///
/// @param stage how far it has come
/// @param textDeleted whether its text was cleared away for its age
/// @param seen when it was first seen
public record ArticleStatus(
    Article article, ProcessingStage stage, boolean textDeleted, Instant seen) {

  /// How far an article has come.
  public enum ProcessingStage {
    /// It was there when its feed was first read: nobody is told.
    SILENT,
    /// It was old news when it was first seen: nobody is told.
    STALE,
    /// Its page is to be read.
    PENDING,
    /// It was matched.
    PROCESSED
  }
}
