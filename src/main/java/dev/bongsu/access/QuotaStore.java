package dev.bongsu.access;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The table `quota`: how often each subject did something in a window of time. A window begins
/// with the subject's first action.
public final class QuotaStore {
  private final Database database;
  private final InstantSource clock;

  public QuotaStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Counts one action.
  ///
  /// @param subject a chat or a person, as text
  /// @return how many there were in the window, with this one
  public int increment(String subject, String kind, Duration window) {
    String sql =
        """
        insert into quota (subject, kind, window_start_ms, used) values (:subject, :kind, :now, 1)
        on conflict (subject, kind) do update set
          used = case when quota.window_start_ms > :begin then quota.used + 1 else 1 end,
          window_start_ms =
            case when quota.window_start_ms > :begin then quota.window_start_ms else :now end
        returning used
        """;
    return database
        .write()
        .sql(sql)
        .param("subject", subject)
        .param("kind", kind)
        .param("now", clock.millis())
        .param("begin", clock.millis() - window.toMillis())
        .query((row, _) -> row.getInt("used"))
        .single();
  }

  /// How many actions there were in the window.
  public int used(String subject, String kind, Duration window) {
    return database
        .read()
        .sql(
            "select used from quota where subject = :subject and kind = :kind"
                + " and window_start_ms > :begin")
        .param("subject", subject)
        .param("kind", kind)
        .param("begin", clock.millis() - window.toMillis())
        .query((row, _) -> row.getInt("used"))
        .optional()
        .orElse(0);
  }

  /// How long until a new time begins.
  public Duration remaining(String subject, String kind, Duration time) {
    return database
        .read()
        .sql("select window_start_ms from quota where subject = :subject and kind = :kind")
        .param("subject", subject)
        .param("kind", kind)
        .query(
            (row, _) ->
                Duration.ofMillis(row.getLong("window_start_ms") - clock.millis()).plus(time))
        .optional()
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  /// Deletes windows that began before a time.
  ///
  /// @return how many; 0 if there are no more
  public int deleteOlderThan(Instant time, int max) {
    String sql =
        """
        delete from quota where (subject, kind) in (
          select subject, kind from quota where window_start_ms < :time
          order by window_start_ms limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("time", time.toEpochMilli())
        .param("limit", max)
        .update();
  }
}
