package dev.bongsu.delivery;

import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The table `operator_notice`: what the operator was told and when, for all nodes.
final class OperatorNoticeStore {
  private static final Duration NOTICE_INTERVAL = Duration.ofHours(1);

  private final Database database;
  private final InstantSource clock;

  OperatorNoticeStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Counts a notice.
  ///
  /// @return whether it may be told now, as the first in an hour
  boolean add(OperatorNotice notice, String subject, String detail) {
    String sql =
        """
        insert into operator_notice (kind, subject, told_ms, detail)
        values (:kind, :subject, :now, :detail)
        on conflict (kind, subject) do update set
          untold = case when operator_notice.told_ms <= :before and operator_notice.untold = 0
            then 0 else operator_notice.untold + 1 end,
          told_ms = case when operator_notice.told_ms <= :before and operator_notice.untold = 0
            then :now else operator_notice.told_ms end,
          detail = excluded.detail
        returning untold
        """;
    long now = clock.millis();
    Map<String, Object> values =
        Map.of(
            "kind", notice.code(),
            "subject", subject,
            "now", now,
            "before", now - NOTICE_INTERVAL.toMillis(),
            "detail", detail);
    return database.write().sql(sql).params(values).query((row, _) -> row.getInt(1)).single() == 0;
  }

  /// Takes the notices that were counted and may be told by now.
  List<PendingNotice> takePending() {
    return database.inTransaction(
        () -> {
          List<PendingNotice> untold = pending(clock.millis() - NOTICE_INTERVAL.toMillis());
          untold.forEach(this::markSent);
          return untold;
        });
  }

  private List<PendingNotice> pending(long beforeMillis) {
    return database
        .write()
        .sql(
            "select kind, subject, detail, untold from operator_notice"
                + " where untold > 0 and told_ms <= :before")
        .param("before", beforeMillis)
        .query(
            (row, _) ->
                new PendingNotice(
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getString("detail"),
                    row.getInt("untold")))
        .list();
  }

  private void markSent(PendingNotice untold) {
    database
        .write()
        .sql(
            "update operator_notice set untold = 0, told_ms = :now"
                + " where kind = :kind and subject = :subject")
        .param("now", clock.millis())
        .param("kind", untold.kind())
        .param("subject", untold.subject())
        .update();
  }

  /// A notice that came so many times since the last was told.
  record PendingNotice(String kind, String subject, String detail, int count) {}
}
