package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table `delivery` for sending. Call it in the transaction that holds the chat's row in
/// `chat_queue`.
public final class DeliveryStore {
  private static final String BATCHABLE_ALERTS =
      "chat_id = :chat and priority = 1 and state in ('waiting', 'sending') and article_id is not"
          + " null";

  private final Database database;
  private final InstantSource clock;

  public DeliveryStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The first open delivery of each priority, the higher priority first; none if the chat is gone.
  List<Head> heads(long chat) {
    String sql =
        """
        select d.* from delivery d join chat c on c.id = d.chat_id where d.id in (
          select min(id) from delivery
          where chat_id = :chat and state in ('waiting', 'sending') group by priority)
        and c.state = 'active' order by d.priority
        """;
    return database.write().sql(sql).param("chat", chat).query((row, _) -> head(row)).list();
  }

  /// Records that a send is about to begin.
  void markSending(Delivery delivery) {
    String sql =
        """
        update delivery set state = 'sending', attempts = attempts + 1,
          ambiguous_sends = :ambiguous
        where id = :id
        """;
    database
        .write()
        .sql(sql)
        .param("ambiguous", delivery.ambiguousSends())
        .param("id", delivery.id().value())
        .update();
  }

  /// Records that one of several messages arrived; the next is due.
  void markPartSent(Delivery delivery) {
    String change = "parts_sent = parts_sent + 1, attempts = 0, ambiguous_sends = 0";
    requeue(delivery, change, clock.instant(), "");
  }

  /// Sends it again now, without markup and buttons.
  void retryAsPlainText(Delivery delivery, String reason) {
    String sql = "update delivery set plain_text = :yes where id = :id";
    database.write().sql(sql).param("yes", true).param("id", delivery.id().value()).update();
    requeue(delivery, "attempts = attempts", clock.instant(), reason);
  }

  /// Sends it again later; the attempt counts.
  void retryAt(Delivery delivery, Instant due, String reason) {
    requeue(delivery, "attempts = attempts", due, reason);
  }

  /// Sends it again later; the attempt does not count, because the failure was not the message's.
  void retryUncounted(Delivery delivery, Instant due, String reason) {
    requeue(delivery, "attempts = attempts - 1", due, reason);
  }

  /// Sends it again later, although it may have arrived.
  void retryAmbiguous(Delivery delivery, Instant due, String reason) {
    requeue(delivery, "ambiguous_sends = ambiguous_sends + 1", due, reason);
  }

  private void requeue(Delivery delivery, String change, Instant due, String reason) {
    String sql =
        "update delivery set state = 'waiting', due_ms = :due, reason = :reason, %s where id = :id"
            .formatted(change);
    Map<String, Object> values =
        Map.of("due", due.toEpochMilli(), "reason", reason, "id", delivery.id().value());
    database.write().sql(sql).params(values).update();
  }

  void markSent(Delivery delivery, String messageId) {
    finish(delivery, "sent", messageId, "");
  }

  void markDead(Delivery delivery, String reason) {
    finish(delivery, "dead", "", reason);
  }

  /// Gives it up, although it may have arrived.
  void markDeadAmbiguous(Delivery delivery, String reason) {
    String sql = "update delivery set ambiguous_sends = ambiguous_sends + 1 where id = :id";
    database.write().sql(sql).param("id", delivery.id().value()).update();
    markDead(delivery, reason);
  }

  void markDropped(Delivery delivery) {
    finish(delivery, "dropped", "", "no subscription asks for it any more");
  }

  /// The alerts of a digest end with it; those of a dead digest stay held.
  private void finish(Delivery delivery, String state, String messageId, String reason) {
    String sql =
        """
        update delivery set state = :state, ended_ms = :now, message_id = :message, reason = :reason
        where id = :id
        """
            + (state.equals("dead") ? "" : " or (digest_id = :id and state = 'held')");
    Map<String, Object> values =
        Map.of(
            "state", state,
            "now", clock.millis(),
            "message", messageId,
            "reason", reason,
            "id", delivery.id().value());
    database.write().sql(sql).params(values).update();
  }

  boolean isDead(Delivery delivery) {
    return database
        .read()
        .sql("select exists (select 1 from delivery where id = :id and state = 'dead') as dead")
        .param("id", delivery.id().value())
        .query((row, _) -> row.getBoolean("dead"))
        .single();
  }

  /// Moves all deliveries of one chat to another. Alerts that the other chat has already are
  /// dropped.
  void moveAll(long from, long to) {
    Map<String, Object> chats = Map.of("from", from, "to", to);
    database
        .write()
        .sql(
            """
            update delivery set chat_id = :to where chat_id = :from
            and (article_id is null or article_id not in (
              select article_id from delivery where chat_id = :to and article_id is not null))
            """)
        .params(chats)
        .update();
    database
        .write()
        .sql(
            """
            update delivery set state = 'dropped', ended_ms = :now, reason = 'already sent in the new chat'
            where chat_id = :from and state in ('waiting', 'sending', 'held')
            """)
        .param("now", clock.millis())
        .param("from", from)
        .update();
  }

  /// When the first and the last of a chat's waiting alerts were made.
  WaitingAlerts waitingAlerts(long chat) {
    String sql =
        """
        select min(created_ms) as oldest, max(created_ms) as newest from delivery
        where chat_id = :chat and priority = 1 and state in ('waiting', 'sending')
        """;
    return database
        .write()
        .sql(sql)
        .param("chat", chat)
        .query(
            (row, _) ->
                new WaitingAlerts(
                    Instant.ofEpochMilli(row.getLong("oldest")),
                    Instant.ofEpochMilli(row.getLong("newest"))))
        .single();
  }

  /// Whether an article came with many others after an outage of its feed, and the chat has got the
  /// allowed number of them as single alerts.
  boolean reachedSingleAlertLimit(ArticleId article, long chat, int singly) {
    String sql =
        """
        select count(*) as sent from article
        join article other on other.feed_id = article.feed_id and other.batched
          and other.seen_ms > article.seen_ms - :day
        join delivery on delivery.article_id = other.id
        where article.id = :article and article.batched
          and delivery.chat_id = :chat and delivery.state = 'sent' and delivery.digest_id is null
        """;
    return database
            .write()
            .sql(sql)
            .param("day", Duration.ofDays(1).toMillis())
            .param("article", article.value())
            .param("chat", chat)
            .query((row, _) -> row.getInt("sent"))
            .single()
        >= singly;
  }

  /// Puts a chat's waiting alerts into digests, which are sent next.
  ///
  /// @param max alerts in one digest
  void batchIntoDigests(long chat, int max) {
    do {
      addToDigest(addDigest(chat), chat, max);
    } while (isAnyAlertWaiting(chat));
  }

  private boolean isAnyAlertWaiting(long chat) {
    return database
        .write()
        .sql("select exists (select 1 from delivery where " + BATCHABLE_ALERTS + ") as waiting")
        .param("chat", chat)
        .query((row, _) -> row.getBoolean("waiting"))
        .single();
  }

  private long addDigest(long chat) {
    String sql =
        """
        insert into delivery (chat_id, priority, state, due_ms, created_ms)
        values (:chat, 1, 'waiting', :now, :now) returning id
        """;
    return database
        .write()
        .sql(sql)
        .param("chat", chat)
        .param("now", clock.millis())
        .query((row, _) -> row.getLong("id"))
        .single();
  }

  private void addToDigest(long digest, long chat, int max) {
    String sql =
        "update delivery set state = 'held', digest_id = :digest where id in (select id from"
            + " delivery where %s order by id limit :limit)".formatted(BATCHABLE_ALERTS);
    database.write().sql(sql).params(Map.of("digest", digest, "chat", chat, "limit", max)).update();
  }

  /// The articles of a digest, in the order they came.
  List<ArticleId> articlesOf(DeliveryId digest) {
    return database
        .read()
        .sql("select article_id from delivery where digest_id = :digest order by id")
        .param("digest", digest.value())
        .query((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  private static Head head(ResultSet row) throws SQLException {
    Delivery delivery =
        new Delivery(
            new DeliveryId(row.getLong("id")),
            content(row.getString("message"), row.getString("extras"), row.getLong("article_id")),
            row.getInt("attempts"),
            row.getInt("parts_sent"),
            row.getInt("ambiguous_sends"),
            row.getBoolean("plain_text"));
    return new Head(delivery, row.getLong("due_ms"), row.getString("state").equals("sending"));
  }

  private static Content content(@Nullable String message, @Nullable String extras, long article) {
    if (message != null) {
      return new Content.Reply(ReplyExtras.fromJson(message, extras));
    }
    return article == 0 ? new Content.Digest() : new Content.Alert(new ArticleId(article));
  }

  /// The next delivery of its priority in its chat.
  ///
  /// @param interrupted whether a send was begun whose end was not recorded
  record Head(Delivery delivery, long dueMillis, boolean interrupted) {
    DeliveryPriority priority() {
      return delivery.priority();
    }
  }

  /// When the first and the last of a chat's waiting alerts were made.
  record WaitingAlerts(Instant oldest, Instant newest) {}
}
