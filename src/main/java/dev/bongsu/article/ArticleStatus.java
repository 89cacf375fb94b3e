package dev.bongsu.article;

import java.time.Instant;

/// The processing state of an article, for users.
///
/// @param stage the processing stage
/// @param textDeleted whether retention deleted its text
/// @param seen when it was first seen
public record ArticleStatus(
    Article article, ProcessingStage stage, boolean textDeleted, Instant seen) {

  /// The stages of an article.
  public enum ProcessingStage {
    /// It was in the first document of its feed: no alert.
    SILENT,
    /// It was old when it was first seen: no alert.
    STALE,
    /// Its page is to be fetched.
    PENDING,
    /// It was matched.
    PROCESSED
  }
}
