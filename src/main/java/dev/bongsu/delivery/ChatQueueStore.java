package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `chat_queue`: which chat may be written to next.
final class ChatQueueStore {
  /// A chat and the place it is in; the same as [#channelKey(ChatId)] makes.
  private static final String CHANNEL_KEY = "c.platform || ':' || c.workspace || '/' || c.channel";

  /// What holds for a place holds for a thread that is new in it.
  private static final String INHERITED_LIMITS =
      """
      coalesce((select max(q.until_ms) from chat_queue q where q.place = %1$s), 0),
      coalesce((select max(q.pace_ms) from chat_queue q where q.place = %1$s), 0),
      coalesce((select max(q.reply_pace_ms) from chat_queue q where q.place = %1$s), 0)
      """
          .formatted(CHANNEL_KEY);

  private final Database database;
  private final InstantSource clock;
  private final Claims claims;

  ChatQueueStore(Database database, InstantSource clock, LeaseSettings leases) {
    this.database = database;
    this.clock = clock;
    this.claims = new Claims(database, clock, leases, "chat_queue", "chat_id");
  }

  /// What the platform's limits hold for: the chat without its thread.
  static String channelKey(ChatId chat) {
    return "%s:%s/%s".formatted(chat.platform().code(), chat.workspace(), chat.channel());
  }

  /// The chats have an alert now, if they can be written to. Call it before the alerts are added:
  /// the lock on a chat's row puts them in the order of their commits, and who releases the chat
  /// sees them. An alert that waits already stays the first.
  void wakeForAlerts(List<Long> chats) {
    String sql =
        """
        insert into chat_queue
          (chat_id, platform, place, until_ms, pace_ms, reply_pace_ms, alert_due_ms)
        select c.id, c.platform, %s, %s, cast(? as bigint) from chat c
        where c.id = ? and c.state = 'active'
        on conflict (chat_id) do update set alert_due_ms = case
          when chat_queue.alert_due_ms is not null then chat_queue.alert_due_ms
          when chat_queue.until_ms > excluded.alert_due_ms then chat_queue.until_ms
          when chat_queue.pace_ms > excluded.alert_due_ms then chat_queue.pace_ms
          else excluded.alert_due_ms end
        """
            .formatted(CHANNEL_KEY, INHERITED_LIMITS);
    long now = clock.millis();
    database.batch(sql, chats.stream().map(chat -> new Object[] {now, chat}).toList());
  }

  /// Locks a chat's row, made if there is none, until the transaction ends.
  void lock(long chat) {
    String sql =
        """
        insert into chat_queue (chat_id, platform, place, until_ms, pace_ms, reply_pace_ms)
        select c.id, c.platform, %s, %s from chat c where c.id = :chat
        on conflict (chat_id) do update set place = excluded.place
        """
            .formatted(CHANNEL_KEY, INHERITED_LIMITS);
    database.write().sql(sql).param("chat", chat).update();
  }

  /// Whoever sends to the chat has lost it, as if its lease had run out.
  void revokeClaim(long chat) {
    String sql =
        """
        update chat_queue set lease_token = lease_token + 1, lease_until_ms = 0
        where chat_id = :chat
        """;
    database.write().sql(sql).param("chat", chat).update();
  }

  /// Whether a chat of this platform may be written to now.
  boolean isAnyDue(Platform platform) {
    return isDue(platform, DeliveryPriority.REPLY) || isDue(platform, DeliveryPriority.ALERT);
  }

  /// Whether a chat of this platform may be sent something of this urgency now.
  boolean isDue(Platform platform, DeliveryPriority urgency) {
    String sql =
        """
        select exists (select 1 from chat_queue where platform = :platform
          and %s <= :now and lease_until_ms <= :now) as due
        """
            .formatted(dueColumn(urgency));
    return database
        .read()
        .sql(sql)
        .param("platform", platform.code())
        .param("now", clock.millis())
        .query((row, _) -> row.getBoolean("due"))
        .single();
  }

  private static String dueColumn(DeliveryPriority urgency) {
    return switch (urgency) {
      case REPLY -> "reply_due_ms";
      case ALERT -> "alert_due_ms";
    };
  }

  /// When the next chat of this platform may be written to that may not be now.
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

  /// Claims chats with a reply, or with an alert, that may go now; the longest waiting first. Of
  /// one place only one chat at a time is in work.
  List<Claim> claim(Platform platform, DeliveryPriority urgency, int atMost) {
    String select =
        """
        select q.chat_id from chat_queue q where q.platform = :platform
        and q.due <= :now and q.lease_until_ms <= :now
        and not exists (select 1 from chat_queue s
          where s.place = q.place and s.chat_id <> q.chat_id and s.lease_until_ms > :now)
        order by q.due limit :limit
        """
            .replace("q.due", "q." + dueColumn(urgency));
    return atMost <= 0
        ? List.of()
        : claims.claim(select, Map.of("platform", platform.code(), "limit", atMost));
  }

  boolean renew(Claim chat) {
    return claims.renew(chat);
  }

  /// Gives a chat back; the row stays locked until the transaction ends.
  ///
  /// @return false if the claim was lost: nothing of its work must be stored
  boolean release(Claim chat) {
    return claims.release(chat);
  }

  ChatQueue get(long chat) {
    String sql =
        """
        select pace_ms, reply_pace_ms, until_ms, hour_ms, hour_alerts, digest_ms, holding from chat_queue
        where chat_id = :chat
        """;
    return database
        .write()
        .sql(sql)
        .param("chat", chat)
        .query(
            (row, _) ->
                new ChatQueue(
                    row.getLong("pace_ms"),
                    row.getLong("reply_pace_ms"),
                    row.getLong("until_ms"),
                    row.getLong("hour_ms"),
                    row.getInt("hour_alerts"),
                    row.getLong("digest_ms"),
                    row.getBoolean("holding")))
        .single();
  }

  /// When the chat's next reply and alert may go; null for none.
  void setDue(long chat, @Nullable Long reply, @Nullable Long alert) {
    database
        .write()
        .sql(
            "update chat_queue set reply_due_ms = :reply, alert_due_ms = :alert"
                + " where chat_id = :chat")
        .param("reply", reply)
        .param("alert", alert)
        .param("chat", chat)
        .update();
  }

  String channelKeyOf(long chat) {
    return database
        .write()
        .sql("select place from chat_queue where chat_id = :chat")
        .param("chat", chat)
        .query((row, _) -> row.getString("place"))
        .single();
  }

  /// The chat's alerts wait until a time.
  void postponeAlerts(long chat, Instant until) {
    database
        .write()
        .sql("update chat_queue set alert_due_ms = :until where chat_id = :chat")
        .param("until", until.toEpochMilli())
        .param("chat", chat)
        .update();
  }

  /// The next alert and the next reply in a place go no sooner.
  void setPace(String place, long paceMillis, long replyMillis) {
    String sql =
        """
        update chat_queue set pace_ms = :pace, reply_pace_ms = :reply,
          reply_due_ms = case when reply_due_ms < :reply then :reply else reply_due_ms end,
          alert_due_ms = case when alert_due_ms < :pace then :pace else alert_due_ms end
        where place = :place
        """;
    database
        .write()
        .sql(sql)
        .param("pace", paceMillis)
        .param("reply", replyMillis)
        .param("place", place)
        .update();
  }

  /// Nothing goes to a place before a time.
  void blockUntil(String place, long untilMillis) {
    String sql =
        """
        update chat_queue set
          until_ms = case when until_ms < :until then :until else until_ms end,
          reply_due_ms = case when reply_due_ms < :until then :until else reply_due_ms end,
          alert_due_ms = case when alert_due_ms < :until then :until else alert_due_ms end
        where place = :place
        """;
    database.write().sql(sql).param("until", untilMillis).param("place", place).update();
  }

  /// A digest was made: what came before is told.
  void recordDigest(long chat, long hourMillis, int alerts) {
    setAlertsInHour(chat, hourMillis, alerts);
    database
        .write()
        .sql("update chat_queue set digest_ms = :now, holding = :no where chat_id = :chat")
        .param("now", clock.millis())
        .param("no", false)
        .param("chat", chat)
        .update();
  }

  /// The chat's alerts wait for a digest.
  void holdAlerts(long chat) {
    database
        .write()
        .sql("update chat_queue set holding = :yes where chat_id = :chat")
        .param("yes", true)
        .param("chat", chat)
        .update();
  }

  /// So many alerts have arrived in a chat in the hour that is counted.
  void setAlertsInHour(long chat, long hourMillis, int alerts) {
    database
        .write()
        .sql("update chat_queue set hour_ms = :hour, hour_alerts = :alerts where chat_id = :chat")
        .param("hour", hourMillis)
        .param("alerts", alerts)
        .param("chat", chat)
        .update();
  }
}
