package dev.bongsu.subscription;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.query.QueryId;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// The table `removed_subscription`: what an undo restores.
final class RemovedSubscriptionStore {
  /// Twice as long as a button is valid.
  private static final Duration RETENTION = Duration.ofDays(2);

  private final Database database;
  private final InstantSource clock;

  RemovedSubscriptionStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Saves subscriptions of a chat that are about to end.
  ///
  /// @return their number
  long save(ChatKey chat, List<SubscriptionId> ids) {
    deleteExpired();
    String sql =
        """
        insert into removed_subscription
        select s.id, :removal, s.chat_id, q.text, s.text, s.created_ms, s.paused_ms,
          s.resume_ms, s.silent, s.preview, :now
        from subscription s join query q on q.id = s.query_id
        where s.id = :id and s.chat_id = :chat
        on conflict (subscription_id) do update set removal = excluded.removal,
          query = excluded.query, text = excluded.text, paused_ms = excluded.paused_ms,
          silent = excluded.silent, preview = excluded.preview, resume_ms = excluded.resume_ms,
          removed_ms = excluded.removed_ms
        """;
    long removal = ids.getFirst().value();
    for (SubscriptionId id : ids) {
      database
          .write()
          .sql(sql)
          .param("removal", removal)
          .param("id", id.value())
          .param("chat", chat.value())
          .param("now", clock.millis())
          .update();
    }
    return removal;
  }

  private void deleteExpired() {
    database
        .write()
        .sql("delete from removed_subscription where removed_ms < :old")
        .param("old", clock.instant().minus(RETENTION).toEpochMilli())
        .update();
  }

  /// Those of a chat that ended together.
  List<Removed> of(ChatKey chat, long removal) {
    return database
        .write()
        .sql(
            "select subscription_id, query from removed_subscription"
                + " where chat_id = :chat and removal = :removal order by subscription_id")
        .param("chat", chat.value())
        .param("removal", removal)
        .query(
            (row, _) ->
                new Removed(
                    new SubscriptionId(row.getLong("subscription_id")), row.getString("query")))
        .list();
  }

  /// Restores one with its old id, unless the chat has the query again.
  void restore(SubscriptionId id, QueryId query) {
    String sql =
        """
        insert into subscription
          (id, chat_id, query_id, text, created_ms, paused_ms, resume_ms, silent, preview)
        select subscription_id, chat_id, :query, text, created_ms, paused_ms, resume_ms, silent,
          preview
        from removed_subscription where subscription_id = :id
        on conflict do nothing
        """;
    database.write().sql(sql).param("query", query.value()).param("id", id.value()).update();
  }

  void forget(ChatKey chat) {
    database
        .write()
        .sql("delete from removed_subscription where chat_id = :chat")
        .param("chat", chat.value())
        .update();
  }

  /// A subscription that ended.
  ///
  /// @param query in its normal form
  record Removed(SubscriptionId id, String query) {}
}
