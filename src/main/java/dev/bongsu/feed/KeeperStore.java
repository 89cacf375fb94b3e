package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Database;
import java.util.List;

/// Who keeps which feed.
final class KeeperStore {
  private final Database database;

  KeeperStore(Database database) {
    this.database = database;
  }

  boolean add(FeedId feed, ChatKey chat) {
    return database
            .write()
            .sql(
                """
                insert into feed_keeper (feed_id, chat_id) values (:feed, :chat)
                on conflict (feed_id, chat_id) do nothing
                """)
            .param("feed", feed.value())
            .param("chat", chat.value())
            .update()
        == 1;
  }

  /// Ends a keeper; false if the chat did not keep the feed.
  boolean remove(FeedId feed, ChatKey chat) {
    return database
            .write()
            .sql("delete from feed_keeper where feed_id = :feed and chat_id = :chat")
            .param("feed", feed.value())
            .param("chat", chat.value())
            .update()
        == 1;
  }

  /// The chats that keep a feed, in no order.
  List<ChatKey> of(FeedId feed) {
    return database
        .write()
        .sql("select chat_id from feed_keeper where feed_id = :feed")
        .param("feed", feed.value())
        .query((row, _) -> new ChatKey(row.getLong("chat_id")))
        .list();
  }

  /// The feeds a chat may see, by the name it sees: all but other people's secret ones. Those gone
  /// for good are shown to their keepers only.
  List<FeedStatus> visibleTo(ChatKey chat) {
    return database
        .read()
        .sql(
            """
            select feed.*, feed_keeper.chat_id is not null as kept
            from feed left join feed_keeper
              on feed_keeper.feed_id = feed.id and feed_keeper.chat_id = :chat
            where (feed.state = 'active' and not feed.secret)
              or (feed.state <> 'stopped' and feed_keeper.chat_id is not null)
            order by case when feed.name = '' then feed.title else feed.name end, feed.id
            """)
        .param("chat", chat.value())
        .query((row, _) -> FeedRow.status(row))
        .list();
  }
}
