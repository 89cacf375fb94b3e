package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.FeedSettings.Audience;
import dev.bongsu.storage.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Decides who sees the articles of a feed: everybody (the catalogue's and shared feeds) or its
/// keepers alone. Every query about articles uses the condition of this class.
public final class AudienceStore {
  private static final String FOR_EVERYBODY =
      "(in_catalogue or (not secret and (shared or :everyone)))";

  private final Database database;
  private final boolean everyone;

  public AudienceStore(Database database, FeedSettings settings) {
    this.database = database;
    this.everyone = settings.addedInChats() == Audience.EVERYONE;
  }

  /// The SQL condition that a chat sees the articles of the feed `f`.
  ///
  /// @param chat the SQL of the chat's key, such as `:chat`
  public static String isVisibleSql(String chat) {
    return """
    (f.for_everybody or exists (
      select 1 from feed_keeper k where k.feed_id = f.id and k.chat_id = %s))
    """
        .formatted(chat);
  }

  /// Updates the audience of one feed after a change of what it depends on.
  void refresh(FeedId feed) {
    database
        .write()
        .sql("update feed set for_everybody = %s where id = :id".formatted(FOR_EVERYBODY))
        .param("everyone", everyone)
        .param("id", feed.value())
        .update();
  }

  /// Updates the audience of all feeds.
  void refreshAll() {
    database
        .write()
        .sql(
            "update feed set for_everybody = %s where for_everybody <> %s"
                .formatted(FOR_EVERYBODY, FOR_EVERYBODY))
        .param("everyone", everyone)
        .update();
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

  /// The feeds of which a chat sees the articles, in any state.
  public Set<FeedId> visibleTo(ChatKey chat) {
    List<FeedId> visible =
        database
            .read()
            .sql("select f.id from feed f where " + isVisibleSql(":chat"))
            .param("chat", chat.value())
            .query((row, _) -> new FeedId(row.getLong("id")))
            .list();
    return new HashSet<>(visible);
  }

  /// The number of active chats with subscriptions that see the articles of a feed only because it
  /// is for everybody.
  public int chatsWithoutKeepers(FeedId feed) {
    String sql =
        """
        select count(distinct s.chat_id) as chats from subscription s
        join chat c on c.id = s.chat_id and c.state = 'active'
        where not s.paused and not exists (
          select 1 from feed_keeper k where k.feed_id = :feed and k.chat_id = s.chat_id)
        """;
    return database
        .read()
        .sql(sql)
        .param("feed", feed.value())
        .query((row, _) -> row.getInt("chats"))
        .single();
  }
}
