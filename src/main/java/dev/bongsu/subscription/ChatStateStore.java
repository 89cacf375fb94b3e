package dev.bongsu.subscription;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The state columns of the table `chat`: whether the platform accepts messages for a chat. The
/// subscriptions of a chat that is gone are kept.
public final class ChatStateStore {
  private static final int MIN_MISSING_REPORTS = 3;
  private static final Duration MIN_MISSING_TIME = Duration.ofDays(1);

  private static final String SAME_CHANNEL =
      "platform = :platform and workspace = :workspace and channel = :channel";

  private final Database database;
  private final InstantSource clock;

  public ChatStateStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Marks a chat and its threads as gone. If only a thread is gone, its chat stays active.
  ///
  /// @return the chats that were active before
  public List<ChatKey> markGone(ChatId chat, GoneReason why) {
    String sql =
        """
        update chat set state = 'gone', gone_reason = :reason, gone_ms = :now
        where state = 'active' and %s %s returning id
        """
            .formatted(SAME_CHANNEL, why.isTopicOnly() ? "and thread = :thread" : "");
    Map<String, Object> values = columns(chat);
    values.put("reason", why.code());
    values.put("now", clock.millis());
    if (why.isTopicOnly()) {
      values.put("thread", chat.thread());
    }
    return keys(sql, values);
  }

  /// Marks a chat as active with its threads, except closed ones; or one thread if it is one.
  ///
  /// @return the chats that were gone before
  public List<ChatKey> markActive(ChatId chat) {
    boolean isThread = !chat.thread().isEmpty();
    String sql =
        """
        update chat set state = 'active', missing_count = 0
        where state = 'gone' and %s and %s returning id
        """
            .formatted(
                SAME_CHANNEL,
                isThread
                    ? "thread = :thread"
                    : "(gone_reason not in ('topic', 'topic_deleted') or thread = '')");
    Map<String, Object> values = columns(chat);
    if (isThread) {
      values.put("thread", chat.thread());
    }
    return keys(sql, values);
  }

  /// Whether the platform accepts no messages for a chat.
  public boolean isGone(ChatKey chat) {
    return database
        .read()
        .sql("select exists (select 1 from chat where id = :id and state = 'gone') as gone")
        .param("id", chat.value())
        .query((row, _) -> row.getBoolean("gone"))
        .single();
  }

  /// The topics of a chat that are closed or deleted and have subscriptions, oldest first.
  public List<SilentTopic> silentTopics(ChatId chat) {
    return database
        .read()
        .sql(
            "select id, thread, gone_reason from chat where state = 'gone' and thread <> ''"
                + " and gone_reason in ('topic', 'topic_deleted') and "
                + SAME_CHANNEL
                + " and exists (select 1 from subscription s where s.chat_id = chat.id)"
                + " order by id")
        .params(columns(chat))
        .query(
            (row, _) ->
                new SilentTopic(
                    new ChatKey(row.getLong("id")),
                    row.getString("thread"),
                    row.getString("gone_reason").equals(GoneReason.TOPIC_DELETED.code())))
        .list();
  }

  /// Counts an answer of the platform that there is no such chat.
  ///
  /// @return whether the chat is gone: three answers or more, the first at least a day ago
  public boolean recordMissing(ChatKey chat) {
    String sql =
        """
        update chat set missing_count = missing_count + 1,
          missing_since_ms = case when missing_count = 0 then :now else missing_since_ms end
        where id = :id returning missing_count, missing_since_ms
        """;
    return database
        .write()
        .sql(sql)
        .param("now", clock.millis())
        .param("id", chat.value())
        .query(
            (row, _) ->
                row.getInt("missing_count") >= MIN_MISSING_REPORTS
                    && clock.millis() - row.getLong("missing_since_ms")
                        >= MIN_MISSING_TIME.toMillis())
        .single();
  }

  /// Resets the count of [#recordMissing(ChatKey)].
  public void clearMissing(ChatKey chat) {
    database
        .write()
        .sql("update chat set missing_count = 0 where id = :id and missing_count > 0")
        .param("id", chat.value())
        .update();
  }

  /// A chat and its threads.
  public List<ChatThread> withThreads(ChatId chat) {
    return database
        .read()
        .sql("select id, thread from chat where state <> 'moved' and " + SAME_CHANNEL)
        .params(columns(chat))
        .query((row, _) -> new ChatThread(new ChatKey(row.getLong("id")), row.getString("thread")))
        .list();
  }

  /// Gives a chat another channel, which no other chat has.
  public void changeChannel(ChatKey chat, String channel) {
    database
        .write()
        .sql("update chat set channel = :channel, state = 'active' where id = :id")
        .param("channel", channel)
        .param("id", chat.value())
        .update();
  }

  /// Marks a chat as moved: its row keeps only the old id.
  public void markMoved(ChatKey chat) {
    database
        .write()
        .sql("update chat set state = 'moved' where id = :id")
        .param("id", chat.value())
        .update();
  }

  private List<ChatKey> keys(String sql, Map<String, Object> values) {
    return database
        .write()
        .sql(sql)
        .params(values)
        .query((row, _) -> new ChatKey(row.getLong("id")))
        .list();
  }

  private static Map<String, Object> columns(ChatId chat) {
    return new HashMap<>(
        Map.of(
            "platform", chat.platform().code(),
            "workspace", chat.workspace(),
            "channel", chat.channel()));
  }

  /// A chat's key and its thread; blank for the chat itself.
  public record ChatThread(ChatKey key, String thread) {}

  /// A topic or thread that cannot be written to, in a chat that can.
  ///
  /// @param deleted whether it was deleted; closed otherwise
  public record SilentTopic(ChatKey key, String thread, boolean deleted) {}
}
