package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Message;
import dev.bongsu.feed.AudienceStore;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.Nudges;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The outbox: adds messages to the table `delivery`.
public final class OutboxStore {
  /// The table to nudge when a delivery is added.
  public static final String TABLE = "delivery";

  private static final long LAST_CHAT = Long.MAX_VALUE;

  /// Whether the alert `d` was sent while the subscription `s` was paused or did not exist.
  private static final String SENT_WITHOUT_IT =
      """
      (d.state = 'sent' and (d.ended_ms < s.created_ms
        or coalesce(d.ended_ms >= s.paused_ms and d.ended_ms < s.resume_ms, false)))
      """;

  private static final String SUBSCRIBED_CHATS =
      """
      select distinct s.chat_id as chat_id from subscription s
      join article_match m on m.query_id = s.query_id
      join article a on a.id = m.article_id
      join feed f on f.id = a.feed_id
      join chat c on c.id = s.chat_id and c.state = 'active'
      where m.article_id = :article and s.chat_id > :after and s.chat_id <= :upto
      and %s
      and %s and not exists (
        select 1 from delivery d join article_match served on served.article_id = d.article_id
        where d.article_id in (:same) and d.chat_id = s.chat_id
        and served.query_id = s.query_id and d.state not in ('dead', 'dropped') and not %s)
      order by s.chat_id limit :limit
      """
          .formatted(
              SubscriptionStore.IS_LIVE_SQL,
              AudienceStore.isVisibleSql("s.chat_id", "a.seen_ms"),
              SENT_WITHOUT_IT);

  private final Database database;
  private final InstantSource clock;
  private final Nudges nudges;
  private final ChatQueueStore queue;
  private final DeliveryStore deliveries;

  public OutboxStore(
      Database database,
      InstantSource clock,
      Nudges nudges,
      ChatQueueStore queue,
      DeliveryStore deliveries) {
    this.database = database;
    this.clock = clock;
    this.nudges = nudges;
    this.queue = queue;
    this.deliveries = deliveries;
  }

  /// Adds a reply, which is sent before the chat's alerts.
  public void addReply(ChatKey chat, Message.Text reply) {
    String sql =
        """
        insert into delivery (chat_id, message, extras, priority, state, due_ms, created_ms)
        values (:chat, :message, :extras, :priority, 'waiting', :now, :now)
        """;
    database.inTransaction(
        () -> {
          queue.lock(chat.value());
          database
              .write()
              .sql(sql)
              .param("chat", chat.value())
              .param("message", reply.text())
              .param("extras", ReplyExtras.toJson(reply))
              .param("priority", DeliveryPriority.REPLY.code())
              .param("now", clock.millis())
              .update();
          wake(chat);
        });
  }

  /// Adds the alerts about an article for the next chats: those that see the feed's articles and
  /// have a subscription to a query that the article matched, unless an article that says the same
  /// of the same page served that subscription.
  ///
  /// @param same the articles of other feeds that say the same
  /// @param after the last chat that is done; key 0 at the start
  /// @param max number of chats
  /// @return the chat after which to continue; empty if these were the last
  public Optional<ChatKey> addAlerts(
      ArticleId article, List<ArticleId> same, ChatKey after, int max) {
    long upTo = endOfChunk(article, after, max);
    Map<String, Object> range =
        Map.of(
            "article",
            article.value(),
            "same",
            same.isEmpty() ? List.of(-1L) : same.stream().map(ArticleId::value).toList(),
            "after",
            after.value(),
            "upto",
            upTo,
            "limit",
            max,
            "now",
            clock.millis());
    List<Long> subscribed = subscribedChats(range);
    if (!subscribed.isEmpty()) {
      queue.wakeForAlerts(subscribed);
      insertAlerts(article, same.isEmpty() ? subscribed : stillUnserved(subscribed, range));
    }
    if (subscribed.size() == max) {
      return Optional.of(new ChatKey(subscribed.getLast()));
    }
    return upTo == LAST_CHAT ? Optional.empty() : Optional.of(new ChatKey(upTo));
  }

  private List<Long> subscribedChats(Map<String, Object> range) {
    return database
        .write()
        .sql(SUBSCRIBED_CHATS)
        .params(range)
        .query((row, _) -> row.getLong("chat_id"))
        .list();
  }

  /// Another node may have committed an alert about the same page until the chats were locked.
  private List<Long> stillUnserved(List<Long> locked, Map<String, Object> range) {
    Set<Long> now = new HashSet<>(subscribedChats(range));
    return locked.stream().filter(now::contains).toList();
  }

  /// How far to look for the next chats: without an end, every chunk would sort all chats that are
  /// left (measured: 100 000 chats in chunks of 250 took minutes instead of seconds).
  private long endOfChunk(ArticleId article, ChatKey after, int max) {
    String sql =
        """
        select coalesce(min(nth), :last) as upto from (
          select (select s.chat_id from subscription s
            where s.query_id = m.query_id and s.chat_id > :after
            order by s.chat_id limit 1 offset :most) as nth
          from article_match m where m.article_id = :article) as ends
        """;
    return database
        .write()
        .sql(sql)
        .param("last", LAST_CHAT)
        .param("after", after.value())
        .param("most", max)
        .param("article", article.value())
        .query((row, _) -> row.getLong("upto"))
        .single();
  }

  private void insertAlerts(ArticleId article, List<Long> chats) {
    String sql =
        """
        insert into delivery (chat_id, article_id, priority, state, due_ms, created_ms)
        values (?, ?, ?, 'waiting', ?, ?) on conflict (article_id, chat_id) do nothing
        """;
    nudges.nudge(TABLE);
    long now = clock.millis();
    database.batch(
        sql,
        chats.stream()
            .map(
                chat ->
                    new Object[] {chat, article.value(), DeliveryPriority.ALERT.code(), now, now})
            .toList());
  }

  /// Makes a chat's waiting messages due, as soon as the platform's rate allows.
  void wake(ChatKey chat) {
    database.inTransaction(
        () -> {
          queue.lock(chat.value());
          queue.reschedule(chat.value(), deliveries.heads(chat.value()));
          nudges.nudge(TABLE);
        });
  }

  /// The chat of one key is merged into another's: its waiting messages are sent there, and the
  /// send that is under way is taken from its worker.
  void move(ChatKey from, ChatKey to) {
    queue.lock(to.value());
    queue.revokeClaim(from.value());
    deliveries.moveAll(from.value(), to.value());
  }

  /// The messages that wait to be sent, without those of chats that are gone.
  public Backlog backlog() {
    return database.backlog(
        """
        select count(*) as waiting, min(d.created_ms) as oldest from delivery d
        join chat c on c.id = d.chat_id and c.state = 'active'
        where d.state in ('waiting', 'sending')
        """,
        clock.instant());
  }

  /// Deletes deliveries that were sent or dropped before a time.
  ///
  /// @return how many; 0 if there are no more
  public int deleteOlderThan(Instant time, int max) {
    String sql =
        """
        delete from delivery where id in (
          select id from delivery where state in ('sent', 'dropped') and ended_ms < :time
          order by ended_ms limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("time", time.toEpochMilli())
        .param("limit", max)
        .update();
  }

  /// Drops the waiting messages that were added up to a time: before a restore, they were sent.
  ///
  /// @return how many
  public int dropCreatedUntil(Instant until) {
    String sql =
        """
        update delivery set state = 'dropped', ended_ms = :now, reason = 'sent before the restore'
        where state in ('waiting', 'sending', 'held') and created_ms <= :until
        """;
    return database
        .write()
        .sql(sql)
        .param("now", clock.millis())
        .param("until", until.toEpochMilli())
        .update();
  }
}
