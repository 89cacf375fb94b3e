package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.language.NaturalOrder;
import dev.bongsu.storage.Database;
import java.util.Comparator;
import java.util.List;

/// The table `feed_keeper`: the chats that added a feed.
public final class KeeperStore {
  private static final Comparator<FeedStatus> LIST_ORDER =
      Comparator.comparing(FeedStatus::isTroubled)
          .reversed()
          .thenComparing(status -> status.feed().displayName(), NaturalOrder.comparator());

  private final Database database;

  public KeeperStore(Database database) {
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

  /// Moves all feeds of one chat to another.
  public void move(ChatKey from, ChatKey to) {
    move("chat_id", "feed_id, cast(:to as bigint)", from.value(), to.value());
  }

  /// Moves all keepers of one feed to another.
  void move(FeedId from, FeedId to) {
    move("feed_id", "cast(:to as bigint), chat_id", from.value(), to.value());
  }

  private void move(String column, String values, long from, long to) {
    String copy =
        """
        insert into feed_keeper (feed_id, chat_id)
        select %s from feed_keeper where %s = :from
        on conflict (feed_id, chat_id) do nothing
        """
            .formatted(values, column);
    database.write().sql(copy).param("from", from).param("to", to).update();
    database
        .write()
        .sql("delete from feed_keeper where %s = :from".formatted(column))
        .param("from", from)
        .update();
  }

  /// Removes a keeper; false if the chat did not keep the feed.
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
  List<ChatKey> keepersOf(FeedId feed) {
    return database
        .write()
        .sql("select chat_id from feed_keeper where feed_id = :feed")
        .param("feed", feed.value())
        .query((row, _) -> new ChatKey(row.getLong("chat_id")))
        .list();
  }

  /// The feeds a chat may see, those in trouble first, then by display name: those for everybody
  /// and those it keeps. Only keepers see a gone feed.
  List<FeedStatus> visibleTo(ChatKey chat) {
    return database
        .read()
        .sql(
            """
            select feed.*, feed_keeper.chat_id is not null as kept
            from feed left join feed_keeper
              on feed_keeper.feed_id = feed.id and feed_keeper.chat_id = :chat
            where (feed.state = 'active' and feed.for_everybody)
              or (feed.state <> 'stopped' and feed_keeper.chat_id is not null)
            order by feed.id
            """)
        .param("chat", chat.value())
        .query((row, _) -> FeedRowMapper.status(row))
        .list()
        .stream()
        .sorted(LIST_ORDER)
        .toList();
  }
}
