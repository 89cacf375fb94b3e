package dev.bongsu.feed;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.FeedSettings.Audience;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decides who sees the articles of a feed: everybody (the catalogue's and shared feeds), the chats
/// of a workspace whose administrator shared it, or its keepers alone. Only its keepers see what it
/// brought before it was shared. Every query about articles uses the condition of this class.
public final class AudienceStore {
  private static final String FOR_EVERYBODY =
      "(in_catalogue or (not secret and (shared or :everyone)))";

  private static final String UPDATE =
      """
      update feed set for_everybody = %1$s, public_since_ms = case
        when for_everybody or not exists (select 1 from entry_key e where e.feed_id = feed.id)
          then public_since_ms else :now + 1 end
      where for_everybody <> %1$s
      """
          .formatted(FOR_EVERYBODY);

  private final Database database;
  private final InstantSource clock;
  private final boolean everyone;

  public AudienceStore(Database database, InstantSource clock, FeedSettings settings) {
    this.database = database;
    this.clock = clock;
    this.everyone = settings.addedInChats() == Audience.EVERYONE;
  }

  /// The SQL condition that a chat sees what the feed `f` brought at a time.
  ///
  /// @param chat the SQL of the chat's key, such as `:chat`
  /// @param seen the SQL of the time, such as `a.seen_ms`
  public static String isVisibleSql(String chat, String seen) {
    return """
    ((f.for_everybody and %2$s >= f.public_since_ms) or exists (
      select 1 from feed_keeper k where k.feed_id = f.id and k.chat_id = %1$s)
      or exists (
      select 1 from feed_workspace w join chat v
        on v.platform = w.platform and v.workspace = w.workspace
      where w.feed_id = f.id and not f.secret and v.id = %1$s and %2$s >= w.since_ms))
    """
        .formatted(chat, seen);
  }

  /// The SQL condition that a chat sees what the feed `f` brings now.
  static String isVisibleNowSql(String chat) {
    return isVisibleSql(chat, Long.toString(Long.MAX_VALUE));
  }

  /// Updates the audience of one feed after a change of what it depends on.
  void refresh(FeedId feed) {
    database
        .write()
        .sql(UPDATE + " and id = :id")
        .param("now", clock.millis())
        .param("everyone", everyone)
        .param("id", feed.value())
        .update();
  }

  /// Updates the audience of all feeds.
  void refreshAll() {
    database.write().sql(UPDATE).param("now", clock.millis()).param("everyone", everyone).update();
  }

  /// Marks a feed as shared by an owner, or ends that. A secret feed stays with its keepers.
  void setShared(FeedId feed, boolean shared) {
    database
        .write()
        .sql(
            "update feed set shared = (:shared and not secret and not in_catalogue) where id = :id")
        .param("shared", shared)
        .param("id", feed.value())
        .update();
    refresh(feed);
  }

  /// Shares a feed with the chats of a workspace. A secret feed stays with its keepers.
  ///
  /// @param sharer a chat of the workspace
  void shareInWorkspace(FeedId feed, ChatId sharer) {
    String sql =
        """
        insert into feed_workspace (feed_id, platform, workspace, since_ms)
        select id, cast(:platform as text), cast(:workspace as text), cast(:now as bigint) + 1
        from feed where id = :feed and not secret
        on conflict (feed_id, platform, workspace) do nothing
        """;
    inWorkspace(sql, feed, sharer).param("now", clock.millis()).update();
  }

  void unshareInWorkspace(FeedId feed, ChatId sharer) {
    String sql =
        """
        delete from feed_workspace
        where feed_id = :feed and platform = :platform and workspace = :workspace
        """;
    inWorkspace(sql, feed, sharer).update();
  }

  /// Moves the workspaces of one feed to another.
  void moveWorkspaces(FeedId from, FeedId to) {
    String copy =
        """
        insert into feed_workspace (feed_id, platform, workspace, since_ms)
        select cast(:to as bigint), platform, workspace, since_ms from feed_workspace
        where feed_id = :from on conflict (feed_id, platform, workspace) do nothing
        """;
    database.write().sql(copy).param("from", from.value()).param("to", to.value()).update();
    database
        .write()
        .sql("delete from feed_workspace where feed_id = :from")
        .param("from", from.value())
        .update();
  }

  private JdbcClient.StatementSpec inWorkspace(String sql, FeedId feed, ChatId chat) {
    return database
        .write()
        .sql(sql)
        .param("feed", feed.value())
        .param("platform", chat.platform().code())
        .param("workspace", chat.workspace());
  }

  /// The feeds of which a chat sees the articles, in any state, each with the time from which it
  /// sees them.
  public Map<FeedId, Instant> visibleTo(ChatKey chat) {
    String sql =
        """
        select f.id, case
          when exists (select 1 from feed_keeper k where k.feed_id = f.id and k.chat_id = :chat)
            then 0
          when f.for_everybody then f.public_since_ms
          else (select w.since_ms from feed_workspace w join chat v
            on v.platform = w.platform and v.workspace = w.workspace
            where w.feed_id = f.id and v.id = :chat) end as since
        from feed f where %s
        """
            .formatted(isVisibleNowSql(":chat"));
    return database
        .read()
        .sql(sql)
        .param("chat", chat.value())
        .query(
            (row, _) ->
                Map.entry(
                    new FeedId(row.getLong("id")), Instant.ofEpochMilli(row.getLong("since"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The number of active chats with subscriptions that see the articles of a feed only because it
  /// is for everybody, or for their workspace.
  ///
  /// @param workspace of a chat in it; a blank one stands for all
  public int chatsWithoutKeepers(FeedId feed, String workspace) {
    String sql =
        """
        select count(distinct s.chat_id) as chats from subscription s
        join chat c on c.id = s.chat_id and c.state = 'active'
        where %s and (:workspace = '' or c.workspace = :workspace) and not exists (
          select 1 from feed_keeper k where k.feed_id = :feed and k.chat_id = s.chat_id)
        """
            .formatted(SubscriptionStore.IS_LIVE_SQL);
    return database
        .read()
        .sql(sql)
        .param("feed", feed.value())
        .param("workspace", workspace)
        .param("now", clock.millis())
        .query((row, _) -> row.getInt("chats"))
        .single();
  }
}
