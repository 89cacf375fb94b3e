package dev.bongsu.subscription;

import dev.bongsu.query.QueryId;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A distinct query of one or more subscriptions.
///
/// @param text in normal form
/// @param active false when the last subscription to it ended
/// @param version of the last change to it
public record StandingQuery(QueryId id, String text, boolean active, long version) {

  static StandingQuery of(ResultSet row) throws SQLException {
    return new StandingQuery(
        new QueryId(row.getLong("id")),
        row.getString("text"),
        row.getInt("active") == 1,
        row.getLong("version"));
  }

  /// The position of its last change.
  public QueryVersion changeVersion() {
    return new QueryVersion(version, id.value());
  }

  /// A position in the order of changes; one change may affect many queries.
  public record QueryVersion(long number, long id) {

    /// After all changes of a version; 0 is before the first.
    public static QueryVersion after(long version) {
      return new QueryVersion(version, Long.MAX_VALUE);
    }
  }
}
