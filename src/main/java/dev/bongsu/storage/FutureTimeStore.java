package dev.bongsu.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Times that no right clock writes: while a clock was ahead, rows were put off by as much, and
/// would rest for as long once it is right. They are set to the present.
final class FutureTimeStore {
  private static final Logger LOG = LoggerFactory.getLogger(FutureTimeStore.class);

  /// Longer than any pause that a host or a platform may ask for, which is a week.
  private static final Duration MAX_PAUSE = Duration.ofDays(8);

  /// Longer than any lease, retry or interval of our own.
  private static final Duration MAX_OWN = Duration.ofDays(1).plusHours(1);

  private static final List<TimeColumn> COLUMNS =
      List.of(
          new TimeColumn("feed", "due_ms", MAX_PAUSE, "state = 'active'"),
          new TimeColumn("feed", "lease_until_ms", MAX_OWN, "state = 'active'"),
          new TimeColumn("article", "due_ms", MAX_OWN, "state in ('pending', 'notifying')"),
          new TimeColumn("article", "lease_until_ms", MAX_OWN, "state in ('pending', 'notifying')"),
          new TimeColumn("host", "next_request_ms", MAX_PAUSE, "1 = 1"),
          new TimeColumn("host", "reserved_until_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("robots", "expires_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("delivery", "due_ms", MAX_PAUSE, "state in ('waiting', 'sending')"),
          new TimeColumn("delivery", "created_ms", MAX_OWN, "state in ('waiting', 'sending')"),
          new TimeColumn("chat_queue", "reply_due_ms", MAX_PAUSE, "reply_due_ms is not null"),
          new TimeColumn("chat_queue", "alert_due_ms", MAX_PAUSE, "alert_due_ms is not null"),
          new TimeColumn("chat_queue", "blocked_until_ms", MAX_PAUSE, "1 = 1"),
          new TimeColumn("chat_queue", "alert_allowed_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("chat_queue", "reply_allowed_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("chat_queue", "hour_start_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("chat_queue", "last_digest_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("chat_queue", "lease_until_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("account", "blocked_until_ms", MAX_PAUSE, "1 = 1"),
          new TimeColumn("account", "alert_allowed_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("account", "rate_limited_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("account", "rate_limited_until_ms", MAX_PAUSE, "1 = 1"),
          new TimeColumn("send_permit", "lease_until_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("inbox", "due_ms", MAX_OWN, "state in ('waiting', 'slow')"),
          new TimeColumn("inbox", "lease_until_ms", MAX_OWN, "state in ('waiting', 'slow')"),
          new TimeColumn("feed_import", "lease_until_ms", MAX_OWN, "state = 'waiting'"),
          new TimeColumn("named_lease", "until_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("quota", "window_start_ms", MAX_OWN, "1 = 1"),
          new TimeColumn("operator_notice", "sent_ms", MAX_OWN, "1 = 1"));

  private final Database database;
  private final AtomicLong corrected = new AtomicLong();

  FutureTimeStore(Database database) {
    this.database = database;
  }

  /// Sets what is too far ahead to the present. Without such rows it only reads.
  ///
  /// @param now by a clock that is right
  void clamp(Instant now) {
    COLUMNS.forEach(column -> clamp(column, now));
  }

  private void clamp(TimeColumn column, Instant now) {
    long limit = now.plus(column.limit()).toEpochMilli();
    if (!exists(column, limit)) {
      return;
    }
    int rows =
        database
            .write()
            .sql(
                "update %1$s set %2$s = :now where %3$s and %2$s > :limit"
                    .formatted(column.table(), column.name(), column.condition()))
            .param("now", now.toEpochMilli())
            .param("limit", limit)
            .update();
    corrected.addAndGet(rows);
    LOG.warn(
        "{} rows of {} had {} more than {} days ahead, from a clock that was wrong; it is now the"
            + " present",
        rows,
        column.table(),
        column.name(),
        column.limit().toDays());
  }

  private boolean exists(TimeColumn column, long limit) {
    return database
        .read()
        .sql(
            "select exists (select 1 from %s where %s and %s > :limit) as found"
                .formatted(column.table(), column.condition(), column.name()))
        .param("limit", limit)
        .query((row, _) -> row.getBoolean("found"))
        .single();
  }

  /// The times corrected since the start.
  long corrected() {
    return corrected.get();
  }

  /// A time that work waits for.
  ///
  /// @param limit how far ahead of the present it can be
  /// @param condition of the rows that matter, so that an index serves
  private record TimeColumn(String table, String name, Duration limit, String condition) {}
}
