package dev.bongsu.feed;

import dev.bongsu.storage.Database;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records how polls ended, and when the feed is asked again.
final class FeedHealthStore {
  private final Database database;
  private final InstantSource clock;
  private final FeedSchedule schedule;

  FeedHealthStore(Database database, InstantSource clock, FeedSchedule schedule) {
    this.database = database;
    this.clock = clock;
    this.schedule = schedule;
  }

  /// Titles and links follow the document; a language is kept once it is known, since the
  /// catalogue's is right more often than the publisher's.
  ///
  /// Of a document that broke off, old entries are still to come: while it was never read whole,
  /// the feed's first poll is not over.
  void succeeded(FeedId id, @Nullable ParsedFeed parsed, Validators validators) {
    Instant now = clock.instant();
    boolean whole = parsed == null || parsed.whole();
    URI link = parsed == null ? null : parsed.link();
    database
        .write()
        .sql(
            """
            update feed set polled_ms = :now, succeeded_ms = coalesce(cast(:succeeded as bigint), succeeded_ms), failures = 0, error = '',
              due_ms = :due, etag = :etag, last_modified = :modified, body_hash = :hash,
              title = case when :title = '' then title else :title end,
              link = coalesce(:link, link),
              language = case when language = '' then :language else language end
            where id = :id
            """)
        .param("now", now.toEpochMilli())
        .param("succeeded", whole ? now.toEpochMilli() : null)
        .param("due", schedule.afterSuccess(now).toEpochMilli())
        .param("etag", validators.etag())
        .param("modified", validators.lastModified())
        .param("hash", validators.bodyHash())
        .param("title", parsed == null ? "" : parsed.title())
        .param("link", link == null ? null : link.toString())
        .param("language", parsed == null ? "" : parsed.language())
        .param("id", id.value())
        .update();
  }

  void failed(FeedId id, String reason, @Nullable Instant retryAt) {
    Instant now = clock.instant();
    int failures =
        database
            .write()
            .sql(
                """
                update feed set polled_ms = :now, failures = failures + 1, error = :error
                where id = :id returning failures
                """)
            .param("now", now.toEpochMilli())
            .param("error", reason)
            .param("id", id.value())
            .query((row, _) -> row.getInt("failures"))
            .single();
    database
        .write()
        .sql("update feed set due_ms = :due where id = :id")
        .param("due", schedule.afterFailure(now, failures, retryAt).toEpochMilli())
        .param("id", id.value())
        .update();
  }

  void gone(FeedId id) {
    database
        .write()
        .sql(
            """
            update feed set polled_ms = :now, failures = failures + 1, state = 'gone',
              error = 'gone for good (410)'
            where id = :id
            """)
        .param("now", clock.millis())
        .param("id", id.value())
        .update();
  }

  /// The feeds that failed so often in a row, the longest trouble first.
  List<FailingFeed> failing(int least, int atMost) {
    return database
        .read()
        .sql(
            """
            select * from feed where state = 'active' and failures >= :least
            order by failures desc, id limit :limit
            """)
        .param("least", least)
        .param("limit", atMost)
        .query(
            (row, _) ->
                new FailingFeed(FeedRow.feed(row), row.getInt("failures"), row.getString("error")))
        .list();
  }

  /// How the feeds fare as a whole.
  FeedCounts counts() {
    return database
        .read()
        .sql(
            """
            select count(*) as active,
              count(*) filter (where failures > 0) as failing,
              count(*) filter (where succeeded_ms is null) as unread,
              count(*) filter (where due_ms < :now and lease_until_ms <= :now) as overdue
            from feed where state = 'active'
            """)
        .param("now", clock.millis())
        .query(
            (row, _) ->
                new FeedCounts(
                    row.getLong("active"),
                    row.getLong("failing"),
                    row.getLong("unread"),
                    row.getLong("overdue")))
        .single();
  }
}
