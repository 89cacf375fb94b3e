package dev.bongsu.subscription;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.query.QueryId;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.Subscription.Options;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tables `subscription` and `query`, and the counter by which every node notices a change.
public final class SubscriptionStore {
  /// The SQL condition that the subscription `s` is not paused at the time `:now`.
  public static final String IS_LIVE_SQL = "(s.paused_ms is null or s.resume_ms <= :now)";

  private final Database database;
  private final InstantSource clock;
  private final RemovedSubscriptionStore removed;

  public SubscriptionStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.removed = new RemovedSubscriptionStore(database, clock);
  }

  /// Adds a subscription.
  ///
  /// @param text as the person wrote it
  /// @param normalForm of the query; equal normal forms are one query
  /// @return false if the chat has this query already
  public boolean add(ChatKey chat, String text, String normalForm) {
    return database.inTransaction(
        () -> {
          QueryId query = activateQuery(normalForm, nextVersion());
          return insert(chat, query, text);
        });
  }

  /// The chat's subscriptions, oldest first.
  public List<Subscription> of(ChatKey chat) {
    return database
        .read()
        .sql("select * from subscription where chat_id = :chat order by id")
        .param("chat", chat.value())
        .query((row, _) -> subscription(row))
        .list();
  }

  /// A subscription of this chat; empty if it has none with this id.
  public Optional<Subscription> find(ChatKey chat, long id) {
    return of(chat).stream().filter(each -> each.id().value() == id).findFirst();
  }

  /// Replaces the query of a subscription.
  ///
  /// @return false if the chat has no such subscription, or has this query already
  public boolean edit(ChatKey chat, SubscriptionId id, String text, String normalForm) {
    return database.inTransaction(
        () -> {
          long version = nextVersion();
          Optional<Subscription> before = find(chat, id.value());
          if (before.isEmpty()) {
            return false;
          }
          QueryId query = activateQuery(normalForm, version);
          boolean taken =
              of(chat).stream().anyMatch(o -> o.query().equals(query) && !o.id().equals(id));
          if (taken) {
            return false;
          }
          updateQuery(id, text, query);
          deactivateIfUnused(before.get().query().value(), version);
          return true;
        });
  }

  private void updateQuery(SubscriptionId id, String text, QueryId query) {
    database
        .write()
        .sql("update subscription set text = :text, query_id = :query where id = :id")
        .param("text", text)
        .param("query", query.value())
        .param("id", id.value())
        .update();
  }

  /// Sets how alerts are sent.
  public void setOptions(ChatKey chat, SubscriptionId id, Options options) {
    database
        .write()
        .sql(
            "update subscription set silent = :silent, preview = :preview"
                + " where id = :id and chat_id = :chat")
        .param("silent", options.silent())
        .param("preview", options.preview())
        .param("id", id.value())
        .param("chat", chat.value())
        .update();
    if (find(chat, id.value()).stream().anyMatch(s -> s.options().paused() != options.paused())) {
      setPaused(chat, id, options.paused(), null);
    }
  }

  /// Pauses or resumes a subscription of this chat.
  ///
  /// @param until when a pause ends; null for no end
  public void setPaused(ChatKey chat, SubscriptionId id, boolean paused, @Nullable Instant until) {
    String pause = "paused_ms = case when %s then :now else paused_ms end, resume_ms = :until";
    String resume = "resume_ms = case when %s then resume_ms else :now end";
    database
        .write()
        .sql(
            "update subscription as s set %s where id = :id and chat_id = :chat"
                .formatted((paused ? pause : resume).formatted(IS_LIVE_SQL)))
        .param("now", clock.millis())
        .param("until", until == null ? null : until.toEpochMilli(), Types.BIGINT)
        .param("id", id.value())
        .param("chat", chat.value())
        .update();
  }

  /// Deletes a subscription of this chat.
  ///
  /// @return false if the chat has no such subscription
  public boolean remove(ChatKey chat, SubscriptionId id) {
    return database.inTransaction(
        () -> {
          long version = nextVersion();
          List<Long> ended =
              database
                  .write()
                  .sql(
                      "delete from subscription where id = :id and chat_id = :chat returning"
                          + " query_id")
                  .param("id", id.value())
                  .param("chat", chat.value())
                  .query((row, _) -> row.getLong("query_id"))
                  .list();
          ended.forEach(query -> deactivateIfUnused(query, version));
          return !ended.isEmpty();
        });
  }

  /// Ends some subscriptions of this chat.
  ///
  /// @return a number that restores them, for two days
  public long removeAll(ChatKey chat, List<SubscriptionId> ids) {
    return database.inTransaction(
        () -> {
          long removal = removed.save(chat, ids);
          ids.forEach(id -> remove(chat, id));
          return removal;
        });
  }

  /// Restores subscriptions of this chat as they were, with their place in the list.
  ///
  /// @return those that the chat does not have again already
  public List<Subscription> restore(ChatKey chat, long removal) {
    return database.inTransaction(
        () -> {
          List<RemovedSubscriptionStore.Removed> all = removed.of(chat, removal);
          long version = nextVersion();
          for (RemovedSubscriptionStore.Removed one : all) {
            removed.restore(one.id(), activateQuery(one.query(), version));
          }
          List<SubscriptionId> ids =
              all.stream().map(RemovedSubscriptionStore.Removed::id).toList();
          return of(chat).stream().filter(one -> ids.contains(one.id())).toList();
        });
  }

  /// Deletes what could be restored.
  public void forgetRemoved(ChatKey chat) {
    removed.forget(chat);
  }

  /// Moves a chat's subscriptions to another chat; duplicates are deleted.
  public void move(ChatKey from, ChatKey to) {
    database
        .write()
        .sql(
            "delete from subscription where chat_id = :from and query_id in"
                + " (select query_id from subscription where chat_id = :to)")
        .param("from", from.value())
        .param("to", to.value())
        .update();
    database
        .write()
        .sql("update subscription set chat_id = :to where chat_id = :from")
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  /// The number of changes so far. A node that knows a lower one is behind.
  public long version() {
    return database
        .read()
        .sql("select value from counter where name = 'subscription'")
        .query((row, _) -> row.getLong("value"))
        .single();
  }

  /// The queries that changed after a position, in the order of their changes.
  public List<StandingQuery> changesAfter(StandingQuery.QueryVersion mark, int atMost) {
    String sql =
        """
        select id, text, active, version from query where (version, id) > (:version, :id)
        order by version, id limit :limit
        """;
    return database
        .read()
        .sql(sql)
        .param("version", mark.number())
        .param("id", mark.id())
        .param("limit", atMost)
        .query((row, _) -> StandingQuery.of(row))
        .list();
  }

  /// Stores the fingerprint of the text analysis.
  ///
  /// @return whether it changed
  public boolean recordAnalysis(long fingerprint) {
    return database
            .write()
            .sql("update counter set value = :now where name = 'analysis' and value <> :now")
            .param("now", fingerprint)
            .update()
        == 1;
  }

  /// The counter's row is locked until the commit, so that versions become visible in order.
  private long nextVersion() {
    return database
        .write()
        .sql("update counter set value = value + 1 where name = 'subscription' returning value")
        .query((row, _) -> row.getLong("value"))
        .single();
  }

  private QueryId activateQuery(String normalForm, long version) {
    String sql =
        """
        insert into query (text, active, version) values (:text, 1, :version)
        on conflict (text) do update set
          version = case query.active when 1 then query.version else excluded.version end,
          active = 1
        returning id
        """;
    return database
        .write()
        .sql(sql)
        .param("text", normalForm)
        .param("version", version)
        .query((row, _) -> new QueryId(row.getLong("id")))
        .single();
  }

  private boolean insert(ChatKey chat, QueryId query, String text) {
    String sql =
        """
        insert into subscription (chat_id, query_id, text, created_ms)
        values (:chat, :query, :text, :now) on conflict (chat_id, query_id) do nothing
        """;
    return database
            .write()
            .sql(sql)
            .param("chat", chat.value())
            .param("query", query.value())
            .param("text", text)
            .param("now", clock.millis())
            .update()
        == 1;
  }

  private void deactivateIfUnused(long query, long version) {
    String sql =
        "update query set active = 0, version = :version where id = :query"
            + " and not exists (select 1 from subscription where query_id = :query)";
    database.write().sql(sql).param("version", version).param("query", query).update();
  }

  private Subscription subscription(ResultSet row) throws SQLException {
    long resume = row.getLong("resume_ms");
    boolean paused = row.getLong("paused_ms") > 0 && (resume == 0 || resume > clock.millis());
    return new Subscription(
        new SubscriptionId(row.getLong("id")),
        new QueryId(row.getLong("query_id")),
        row.getString("text"),
        new Options(paused, row.getBoolean("silent"), row.getBoolean("preview")));
  }
}
