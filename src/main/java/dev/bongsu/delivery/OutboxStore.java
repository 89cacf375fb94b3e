package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tables `delivery` and `chat_queue`: the outbox.
public final class OutboxStore {
  /// The table to nudge when a delivery is added.
  public static final String TABLE = "delivery";

  private static final long NEVER = Long.MAX_VALUE;
  private static final int URGENCY_REPLY = 0;
  private static final int URGENCY_ALERT = 1;

  private static final String ASKING =
      """
      select distinct s.chat_id as chat_id from subscription s
      join article_match m on m.query_id = s.query_id
      join article a on a.id = m.article_id
      join feed f on f.id = a.feed_id
      where m.article_id = :article and s.chat_id > :after and not s.paused
      and (not f.secret or exists (
        select 1 from feed_keeper k where k.feed_id = f.id and k.chat_id = s.chat_id))
      and not exists (
        select 1 from article twin join delivery d on d.article_id = twin.id
        where twin.link = a.link and twin.id <> a.id and twin.host <> '' and a.host <> ''
        and d.chat_id = s.chat_id)
      order by s.chat_id
      """;

  private final Database database;
  private final InstantSource clock;
  private final Nudges nudges;
  private final Claims chats;

  public OutboxStore(Database database, InstantSource clock, LeaseSettings leases, Nudges nudges) {
    this.database = database;
    this.clock = clock;
    this.nudges = nudges;
    this.chats = new Claims(database, clock, leases, "chat_queue", "chat_id");
  }

  /// Puts an answer into the outbox, ahead of the chat's alerts.
  public void addReply(ChatKey chat, Message.Text reply) {
    String sql =
        """
        insert into delivery (chat_id, message, extras, urgency, state, due_ms, created_ms)
        values (:chat, :message, :extras, :urgency, 'waiting', :now, :now)
        """;
    database.inTransaction(
        () -> {
          wake(List.of(chat.value()));
          database
              .write()
              .sql(sql)
              .param("chat", chat.value())
              .param("message", reply.text())
              .param("extras", ReplyExtras.print(reply))
              .param("urgency", URGENCY_REPLY)
              .param("now", clock.millis())
              .update();
        });
  }

  /// Puts the alerts about an article into the outbox of the next chats that asked for it: each
  /// chat with a subscription to a query the article matched. A secret feed's article is for the
  /// feed's keepers alone. A chat that was told about the same page before is left out; a link that
  /// is no page of its own, as that of a feed's site, says nothing.
  ///
  /// @param after the last chat that is done; key 0 at the start
  /// @param atMost how many chats
  /// @return the chat after which to go on; empty if these were the last
  public Optional<ChatKey> addAlerts(ArticleId article, ChatKey after, int atMost) {
    List<Long> asking =
        database
            .write()
            .sql(ASKING + " limit :limit")
            .param("article", article.value())
            .param("after", after.value())
            .param("limit", atMost)
            .query((row, _) -> row.getLong("chat_id"))
            .list();
    if (asking.isEmpty()) {
      return Optional.empty();
    }
    insertAlerts(article, asking);
    return asking.size() < atMost ? Optional.empty() : Optional.of(new ChatKey(asking.getLast()));
  }

  private void insertAlerts(ArticleId article, List<Long> chats) {
    String sql =
        """
        insert into delivery (chat_id, article_id, urgency, state, due_ms, created_ms)
        values (?, ?, ?, 'waiting', ?, ?) on conflict (article_id, chat_id) do nothing
        """;
    wake(chats);
    long now = clock.millis();
    database.batch(
        sql,
        chats.stream()
            .map(chat -> new Object[] {chat, article.value(), URGENCY_ALERT, now, now})
            .toList());
  }

  /// The chats have something to do now. Call it before the deliveries are added: the lock on a
  /// chat's row puts them in the order of their commits, and who releases the chat sees them.
  void wake(List<Long> chats) {
    String sql =
        """
        insert into chat_queue (chat_id, due_ms) values (?, ?)
        on conflict (chat_id) do update set due_ms =
          case when chat_queue.due_ms < excluded.due_ms then chat_queue.due_ms else excluded.due_ms end
        """;
    long now = clock.millis();
    database.batch(sql, chats.stream().map(chat -> new Object[] {chat, now}).toList());
    nudges.nudge(TABLE);
  }

  /// What waits to be sent.
  public Backlog backlog() {
    return database.backlog(
        """
        select count(*) as waiting, min(created_ms) as oldest from delivery
        where state in ('waiting', 'sending')
        """,
        clock.instant());
  }

  /// Claims chats that have a delivery due; the claim's id is the chat's key.
  ///
  /// @param platforms the chats' platforms; not empty
  List<Claim> claimChats(Set<Platform> platforms, int atMost) {
    String select =
        """
        select chat_id from chat_queue where due_ms <= :now and lease_until_ms <= :now
        and chat_id in (select id from chat where platform in (:platforms))
        order by due_ms limit :limit
        """;
    List<String> codes = platforms.stream().map(Platform::code).toList();
    return chats.take(select, Map.of("limit", atMost, "platforms", codes));
  }

  /// Prolongs the lease on a chat.
  public boolean renew(Claim chat) {
    return chats.renew(chat);
  }

  /// The chat's next delivery that is due: replies before alerts, each in the order they came. A
  /// head that waits for its next attempt holds back those behind it.
  Optional<Delivery> next(Claim chat) {
    return heads(chat).stream()
        .filter(head -> head.dueMillis() <= clock.millis())
        .findFirst()
        .map(Head::delivery);
  }

  /// Writes down that a send is about to begin.
  ///
  /// @return false if the claim was lost: do not send
  boolean begin(Claim chat, Delivery delivery) {
    return whileHeld(
        chat,
        "update delivery set state = 'sending', attempts = attempts + 1 where id = :id",
        Map.of("id", delivery.id().value()));
  }

  /// Writes down that the platform has the message.
  boolean sent(Claim chat, Delivery delivery, String messageId) {
    return end(chat, delivery, "sent", messageId, "");
  }

  /// Writes down that the delivery will not be tried again.
  boolean dead(Claim chat, Delivery delivery, String reason) {
    return end(chat, delivery, "dead", "", reason);
  }

  /// Writes down that nobody asks for this any more.
  boolean dropped(Claim chat, Delivery delivery) {
    return end(chat, delivery, "dropped", "", "no subscription asks for it any more");
  }

  /// Writes down that the delivery is to be tried again.
  boolean later(Claim chat, Delivery delivery, Instant due, String reason) {
    return whileHeld(
        chat,
        "update delivery set state = 'waiting', due_ms = :due, reason = :reason where id = :id",
        Map.of("due", due.toEpochMilli(), "reason", reason, "id", delivery.id().value()));
  }

  private boolean end(
      Claim chat, Delivery delivery, String state, String messageId, String reason) {
    String sql =
        """
        update delivery set state = :state, ended_ms = :now, message_id = :message, reason = :reason
        where id = :id
        """;
    Map<String, Object> values =
        Map.of(
            "state", state,
            "now", clock.millis(),
            "message", messageId,
            "reason", reason,
            "id", delivery.id().value());
    return whileHeld(chat, sql, values);
  }

  private boolean whileHeld(Claim chat, String sql, Map<String, ?> values) {
    return database.inTransaction(
        () -> chats.renew(chat) && database.write().sql(sql).params(values).update() == 1);
  }

  /// Gives a chat back, due again when its next delivery is.
  public void release(Claim chat) {
    database.inTransaction(
        () -> {
          // The release locks the row: who adds a delivery now waits, and then sets the due time.
          if (chats.release(chat)) {
            long due = heads(chat).stream().mapToLong(Head::dueMillis).min().orElse(NEVER);
            setDue(chat, due);
          }
        });
  }

  private void setDue(Claim chat, long dueMillis) {
    database
        .write()
        .sql("update chat_queue set due_ms = :due where chat_id = :chat")
        .param("due", dueMillis)
        .param("chat", chat.id())
        .update();
  }

  /// The first open delivery of each urgency, the more urgent first.
  private List<Head> heads(Claim chat) {
    String sql =
        """
        select id, article_id, message, extras, attempts, due_ms from delivery where id in (
          select min(id) from delivery
          where chat_id = :chat and state in ('waiting', 'sending') group by urgency)
        order by urgency
        """;
    return database.write().sql(sql).param("chat", chat.id()).query((row, _) -> head(row)).list();
  }

  private static Head head(ResultSet row) throws SQLException {
    String message = row.getString("message");
    Content content =
        message == null
            ? new Content.AlertAbout(new ArticleId(row.getLong("article_id")))
            : new Content.Reply(ReplyExtras.read(message, row.getString("extras")));
    DeliveryId id = new DeliveryId(row.getLong("id"));
    return new Head(new Delivery(id, content, row.getInt("attempts")), row.getLong("due_ms"));
  }

  private record Head(Delivery delivery, long dueMillis) {}
}
