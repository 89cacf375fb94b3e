package dev.bongsu.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Maps rows of the table `feed`.
final class FeedRowMapper {
  private FeedRowMapper() {}

  static Feed feed(ResultSet row) throws SQLException {
    String link = row.getString("link");
    return new Feed(
        new FeedId(row.getLong("id")),
        URI.create(row.getString("address")),
        row.getString("title"),
        link == null ? null : URI.create(link),
        row.getString("language"),
        row.getString("name"),
        row.getString("category"),
        new Validators(
            row.getString("etag"), row.getString("last_modified"), row.getString("body_hash")),
        instant(row, "newest_ms"),
        row.getBoolean("secret"),
        row.getBoolean("for_everybody"),
        instant(row, "succeeded_ms"));
  }

  static FeedStatus status(ResultSet row) throws SQLException {
    return new FeedStatus(
        feed(row),
        instant(row, "succeeded_ms"),
        row.getInt("failures"),
        FeedProblem.of(row.getString("problem")),
        row.getString("state").equals("gone") ? null : instant(row, "due_ms"),
        row.getBoolean("kept"),
        row.getBoolean("in_catalogue"),
        row.getBoolean("shared"),
        row.getBoolean("in_workspace"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
