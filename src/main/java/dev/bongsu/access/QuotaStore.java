package dev.bongsu.access;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;

/// The table `quota`: how often something was done in a time. Each subject's time begins with the
/// first thing it does.
public final class QuotaStore {
  private final Database database;
  private final InstantSource clock;

  public QuotaStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Counts one more.
  ///
  /// @param subject a chat or a person, as text
  /// @return how many there were since the time began, with this one
  public int increment(String subject, String kind, Duration time) {
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
        .param("begin", clock.millis() - time.toMillis())
        .query((row, _) -> row.getInt("used"))
        .single();
  }

  /// How many there were, without one more.
  public int used(String subject, String kind, Duration time) {
    return database
        .read()
        .sql(
            "select used from quota where subject = :subject and kind = :kind"
                + " and window_start_ms > :begin")
        .param("subject", subject)
        .param("kind", kind)
        .param("begin", clock.millis() - time.toMillis())
        .query((row, _) -> row.getInt("used"))
        .optional()
        .orElse(0);
  }

  /// Forgets what began before a time.
  ///
  /// @return how many; 0 if there are no more
  public int deleteOlderThan(Duration age, int atMost) {
    String sql =
        """
        delete from quota where (subject, kind) in (
          select subject, kind from quota where window_start_ms < :time
          order by window_start_ms limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("before", clock.millis() - age.toMillis())
        .param("limit", atMost)
        .update();
  }
}
