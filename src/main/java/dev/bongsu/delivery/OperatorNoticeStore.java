package dev.bongsu.delivery;

import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The table `operator_notice`: when each notice was last sent to the operator, for all nodes.
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
  /// @return whether it may be sent now, as the first in an hour
  boolean add(OperatorNotice notice, String subject, String detail) {
    String sql =
        """
        insert into operator_notice (kind, subject, sent_ms, detail)
        values (:kind, :subject, :now, :detail)
        on conflict (kind, subject) do update set
          pending = case when operator_notice.sent_ms <= :before and operator_notice.pending = 0
            then 0 else operator_notice.pending + 1 end,
          sent_ms = case when operator_notice.sent_ms <= :before and operator_notice.pending = 0
            then :now else operator_notice.sent_ms end,
          detail = excluded.detail
        returning pending
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

  /// Takes the pending notices that may be sent now.
  List<PendingNotice> takePending() {
    return database.inTransaction(
        () -> {
          List<PendingNotice> pending = pending(clock.millis() - NOTICE_INTERVAL.toMillis());
          pending.forEach(this::markSent);
          return pending;
        });
  }

  private List<PendingNotice> pending(long beforeMillis) {
    return database
        .write()
        .sql(
            "select kind, subject, detail, pending from operator_notice"
                + " where pending > 0 and sent_ms <= :before")
        .param("before", beforeMillis)
        .query(
            (row, _) ->
                new PendingNotice(
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getString("detail"),
                    row.getInt("pending")))
        .list();
  }

  private void markSent(PendingNotice pending) {
    database
        .write()
        .sql(
            "update operator_notice set pending = 0, sent_ms = :now"
                + " where kind = :kind and subject = :subject")
        .param("now", clock.millis())
        .param("kind", pending.kind())
        .param("subject", pending.subject())
        .update();
  }

  /// A notice that was counted but not sent.
  ///
  /// @param count how many times since the last was sent
  record PendingNotice(String kind, String subject, String detail, int count) {}
}
