package dev.bongsu.config;

import dev.bongsu.storage.Database;
import dev.bongsu.storage.RestoreSettings;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a backup says is still to be done, and was done before it was restored (r079).
final class Restored {
  private static final Logger LOG = LoggerFactory.getLogger(Restored.class);

  private Restored() {}

  /// Ends what is from before [RestoreSettings#toldUntil]: messages that wait, and articles nobody
  /// was told of. Call it before anything is sent; once more does nothing more.
  static void settle(Database database, RestoreSettings restore, Instant now) {
    Instant until = restore.toldUntil();
    if (until != null) {
      database.inTransaction(() -> settle(database, until, now));
    }
  }

  private static void settle(Database database, Instant until, Instant now) {
    int messages =
        update(
            database,
            """
            update delivery set state = 'dropped', ended_ms = :now, reason = 'sent before the restore'
            where state in ('waiting', 'sending', 'held') and created_ms <= :until
            """,
            until,
            now);
    int articles =
        update(
            database,
            """
            update article set state = 'quiet', kept_ms = case when kept_ms > 0 then kept_ms else :now end
            where state in ('unread', 'telling') and seen_ms <= :until
            """,
            until,
            now);
    LOG.info(
        "Told before {}: {} messages and {} articles of the backup", until, messages, articles);
  }

  private static int update(Database database, String sql, Instant until, Instant now) {
    return database
        .write()
        .sql(sql)
        .param("until", until.toEpochMilli())
        .param("now", now.toEpochMilli())
        .update();
  }
}
