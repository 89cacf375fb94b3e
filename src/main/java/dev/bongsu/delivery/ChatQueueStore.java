package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.DeliveryStore.Head;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table `chat_queue`: when the next message of each chat may be sent.
public final class ChatQueueStore {
  /// The channel of a chat, as [#channelKey(ChatId)] writes it.
  private static final String CHANNEL_KEY = "c.platform || ':' || c.workspace || '/' || c.channel";

  /// A new thread inherits the limits of its channel.
  private static final String INHERITED_LIMITS =
      """
      coalesce((select max(q.blocked_until_ms) from chat_queue q where q.channel_key = %1$s), 0),
      coalesce((select max(q.alert_allowed_ms) from chat_queue q where q.channel_key = %1$s), 0),
      coalesce((select max(q.reply_allowed_ms) from chat_queue q where q.channel_key = %1$s), 0)
      """
          .formatted(CHANNEL_KEY);

  private final Database database;
  private final InstantSource clock;
  private final Claims claims;

  public ChatQueueStore(Database database, InstantSource clock, LeaseSettings leases) {
    this.database = database;
    this.clock = clock;
    this.claims = new Claims(database, clock, leases, "chat_queue", "chat_id");
  }

  /// The channel that the platform's limits apply to: the chat without its thread.
  static String channelKey(ChatId chat) {
    return "%s:%s/%s".formatted(chat.platform().code(), chat.workspace(), chat.channel());
  }

  /// Makes the next alert of the chats due, unless a chat is gone. Call it before the alerts are
  /// added: the lock on a chat's row puts them in the order of their commits, and a worker that
  /// releases the chat sees them. An alert that waits already stays the first.
  void wakeForAlerts(List<Long> chats) {
    String sql =
        """
        insert into chat_queue
          (chat_id, platform, channel_key, blocked_until_ms, alert_allowed_ms, reply_allowed_ms,
          alert_due_ms)
        select c.id, c.platform, %s, %s, cast(? as bigint) from chat c
        where c.id = ? and c.state = 'active'
        on conflict (chat_id) do update set alert_due_ms = case
          when chat_queue.alert_due_ms is not null then chat_queue.alert_due_ms
          when chat_queue.blocked_until_ms > excluded.alert_due_ms then chat_queue.blocked_until_ms
          when chat_queue.alert_allowed_ms > excluded.alert_due_ms then chat_queue.alert_allowed_ms
          else excluded.alert_due_ms end
        """
            .formatted(CHANNEL_KEY, INHERITED_LIMITS);
    long now = clock.millis();
    database.batch(sql, chats.stream().map(chat -> new Object[] {now, chat}).toList());
  }

  /// Locks a chat's row until the transaction ends; creates it if it is missing.
  void lock(long chat) {
    String sql =
        """
        insert into chat_queue
          (chat_id, platform, channel_key, blocked_until_ms, alert_allowed_ms, reply_allowed_ms)
        select c.id, c.platform, %s, %s from chat c where c.id = :chat
        on conflict (chat_id) do update set channel_key = excluded.channel_key
        """
            .formatted(CHANNEL_KEY, INHERITED_LIMITS);
    database.write().sql(sql).param("chat", chat).update();
  }

  /// Takes the chat from the worker that sends to it, as if its lease had run out.
  void revokeClaim(long chat) {
    String sql =
        """
        update chat_queue set lease_token = lease_token + 1, lease_until_ms = 0
        where chat_id = :chat
        """;
    database.write().sql(sql).param("chat", chat).update();
  }

  /// Whether a message for any chat of this platform may be sent now.
  boolean isAnyDue(Platform platform) {
    return isDue(platform, DeliveryPriority.REPLY) || isDue(platform, DeliveryPriority.ALERT);
  }

  /// Whether a message of this priority for any chat of this platform may be sent now.
  boolean isDue(Platform platform, DeliveryPriority priority) {
    String sql =
        """
        select exists (select 1 from chat_queue where platform = :platform
          and %s <= :now and lease_until_ms <= :now) as due
        """
            .formatted(dueColumn(priority));
    return database
        .read()
        .sql(sql)
        .param("platform", platform.code())
        .param("now", clock.millis())
        .query((row, _) -> row.getBoolean("due"))
        .single();
  }

  private static String dueColumn(DeliveryPriority priority) {
    return switch (priority) {
      case REPLY -> "reply_due_ms";
      case ALERT -> "alert_due_ms";
    };
  }

  /// When the next message that is not due yet may be sent on this platform; empty if none waits.
  Optional<Instant> nextDue(Platform platform) {
    String sql =
        """
        select min(due) as due from (
          select min(reply_due_ms) as due from chat_queue
          where platform = :platform and reply_due_ms > :now
          union all select min(alert_due_ms) from chat_queue
          where platform = :platform and alert_due_ms > :now) as soon
        """;
    return database
        .read()
        .sql(sql)
        .param("platform", platform.code())
        .param("now", clock.millis())
        .query((row, _) -> Optional.ofNullable((Number) row.getObject("due")))
        .single()
        .map(due -> Instant.ofEpochMilli(due.longValue()));
  }

  /// Claims chats whose next message of this priority is due, the longest waiting first. Of one
  /// channel only one chat at a time is claimed.
  List<ClaimedChat> claim(Platform platform, DeliveryPriority priority, int max) {
    String select =
        """
        select q.chat_id from chat_queue q where q.platform = :platform
        and q.due <= :now and q.lease_until_ms <= :now
        and not exists (select 1 from chat_queue s
          where s.channel_key = q.channel_key and s.chat_id <> q.chat_id
          and s.lease_until_ms > :now)
        order by q.due limit :limit
        """
            .replace("q.due", "q." + dueColumn(priority));
    if (max <= 0) {
      return List.of();
    }
    Instant now = clock.instant();
    return claims.claim(
        select,
        Map.of("platform", platform.code(), "limit", max),
        (claim, row) -> new ClaimedChat(claim, now, row.getString("channel_key"), state(row)));
  }

  boolean renew(Claim chat) {
    return claims.renew(chat);
  }

  /// Releases a chat; the row stays locked until the transaction ends.
  ///
  /// @return false if the claim was lost: no result of its work may be stored
  boolean release(Claim chat) {
    return claims.release(chat);
  }

  ChatQueue get(long chat) {
    return database
        .write()
        .sql("select * from chat_queue where chat_id = :chat")
        .param("chat", chat)
        .query((row, _) -> state(row))
        .single();
  }

  private static ChatQueue state(ResultSet row) throws SQLException {
    return new ChatQueue(
        row.getLong("alert_allowed_ms"),
        row.getLong("reply_allowed_ms"),
        row.getLong("blocked_until_ms"),
        row.getLong("hour_start_ms"),
        row.getInt("alerts_in_hour"),
        row.getLong("last_digest_ms"),
        row.getBoolean("holding"));
  }

  /// Sets when the chat's next reply and alert may be sent. Call it in the transaction that holds
  /// the chat's row.
  ///
  /// @param heads the chat's next deliveries
  void reschedule(long chat, List<Head> heads) {
    ChatQueue state = get(chat);
    database
        .write()
        .sql(
            "update chat_queue set reply_due_ms = :reply, alert_due_ms = :alert"
                + " where chat_id = :chat")
        .param("reply", state.dueMillis(heads, DeliveryPriority.REPLY))
        .param("alert", state.dueMillis(heads, DeliveryPriority.ALERT))
        .param("chat", chat)
        .update();
  }

  /// Sends no alert to the chat before a time.
  void postponeAlerts(long chat, Instant until) {
    database
        .write()
        .sql("update chat_queue set alert_due_ms = :until where chat_id = :chat")
        .param("until", until.toEpochMilli())
        .param("chat", chat)
        .update();
  }

  /// Sets when the next alert and the next reply of a channel may be sent at the earliest.
  void setPace(String channelKey, long paceMillis, long replyMillis) {
    String sql =
        """
        update chat_queue set alert_allowed_ms = :pace, reply_allowed_ms = :reply,
          reply_due_ms = case when reply_due_ms < :reply then :reply else reply_due_ms end,
          alert_due_ms = case when alert_due_ms < :pace then :pace else alert_due_ms end
        where channel_key = :channel
        """;
    database
        .write()
        .sql(sql)
        .param("pace", paceMillis)
        .param("reply", replyMillis)
        .param("channel", channelKey)
        .update();
  }

  /// Sends nothing to a channel before a time.
  void blockUntil(String channelKey, long untilMillis) {
    String sql =
        """
        update chat_queue set
          blocked_until_ms =
            case when blocked_until_ms < :until then :until else blocked_until_ms end,
          reply_due_ms = case when reply_due_ms < :until then :until else reply_due_ms end,
          alert_due_ms = case when alert_due_ms < :until then :until else alert_due_ms end
        where channel_key = :channel
        """;
    database.write().sql(sql).param("until", untilMillis).param("channel", channelKey).update();
  }

  /// Records that a digest was made of the alerts that were held.
  void recordDigest(long chat, long hourMillis, int alerts) {
    setAlertsInHour(chat, hourMillis, alerts);
    database
        .write()
        .sql("update chat_queue set last_digest_ms = :now, holding = :no where chat_id = :chat")
        .param("now", clock.millis())
        .param("no", false)
        .param("chat", chat)
        .update();
  }

  /// Holds the chat's alerts for a digest.
  void holdAlerts(long chat) {
    database
        .write()
        .sql("update chat_queue set holding = :yes where chat_id = :chat")
        .param("yes", true)
        .param("chat", chat)
        .update();
  }

  /// Records how many alerts a chat received in the hour that is counted.
  void setAlertsInHour(long chat, long hourMillis, int alerts) {
    database
        .write()
        .sql(
            "update chat_queue set hour_start_ms = :hour, alerts_in_hour = :alerts"
                + " where chat_id = :chat")
        .param("hour", hourMillis)
        .param("alerts", alerts)
        .param("chat", chat)
        .update();
  }
}
