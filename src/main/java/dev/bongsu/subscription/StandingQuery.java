package dev.bongsu.subscription;

import dev.bongsu.query.QueryId;

/// A distinct query as others must know it.
///
/// @param text in normal form
/// @param live false when the last subscription to it ended
/// @param version of the last change to it
public record StandingQuery(QueryId id, String text, boolean live, long version) {

  /// How far somebody has read the changes.
  public Mark mark() {
    return new Mark(version, id.value());
  }

  /// A place in the order of changes: one change may be of many queries.
  public record Mark(long version, long id) {

    /// After all changes of a version; 0 is before the first.
    public static Mark after(long version) {
      return new Mark(version, Long.MAX_VALUE);
    }
  }
}
