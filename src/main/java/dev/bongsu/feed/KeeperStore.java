package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.language.NaturalOrder;
import dev.bongsu.storage.Database;
import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// The table `feed_keeper`: the chats that added a feed.
public final class KeeperStore {
  private static final Comparator<FeedStatus> LIST_ORDER =
      Comparator.comparing(FeedStatus::isTroubled)
          .reversed()
          .thenComparing(status -> status.feed().displayName(), NaturalOrder.comparator());

  private final Database database;
  private final InstantSource clock;

  public KeeperStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Adds a keeper to a feed, and restarts a stopped feed.
  ///
  /// @return false if the chat keeps it already
  public boolean add(FeedId feed, ChatKey chat) {
    return database.inTransaction(
        () -> {
          restart("id = :id", feed.value());
          return insert(feed, chat);
        });
  }

  /// Restarts the feed of an address; false if it was not stopped.
  boolean restart(URI address) {
    return restart("address = :id", address.toString());
  }

  /// A stopped feed restarts with a first poll, which alerts nobody: its entries are old by now.
  private boolean restart(String condition, Object id) {
    return database
            .write()
            .sql(
                """
                update feed set state = 'active', due_ms = :now, etag = null, last_modified = null,
                  body_hash = '', succeeded_ms = null
                where state = 'stopped' and %s
                """
                    .formatted(condition))
            .param("now", clock.millis())
            .param("id", id)
            .update()
        > 0;
  }

  private boolean insert(FeedId feed, ChatKey chat) {
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

  /// Removes a keeper, and stops the feed if nobody is left.
  ///
  /// @return false if the chat did not keep it
  public boolean remove(FeedId feed, ChatKey chat) {
    return database.inTransaction(
        () -> {
          boolean kept =
              database
                      .write()
                      .sql("delete from feed_keeper where feed_id = :feed and chat_id = :chat")
                      .param("feed", feed.value())
                      .param("chat", chat.value())
                      .update()
                  == 1;
          stopFeedsWithoutKeepers();
          return kept;
        });
  }

  /// Stops the feeds that neither the catalogue nor an owner nor a workspace nor an active chat
  /// keeps. Call it after a chat is gone.
  public void stopFeedsWithoutKeepers() {
    database
        .write()
        .sql(
            """
            update feed set state = 'stopped'
            where state = 'active' and not in_catalogue and not shared
              and not exists (select 1 from feed_workspace w where w.feed_id = feed.id)
              and not exists (
                select 1 from feed_keeper k join chat c on c.id = k.chat_id
                where k.feed_id = feed.id and c.state = 'active')
            """)
        .update();
  }

  /// Restarts the feeds of a chat that is back.
  public void restartFeedsOf(ChatKey chat) {
    restart("id in (select feed_id from feed_keeper where chat_id = :id)", chat.value());
  }

  /// The active chats that keep a feed, in no order.
  List<ChatKey> keepersOf(FeedId feed) {
    return database
        .write()
        .sql(
            "select k.chat_id from feed_keeper k join chat c on c.id = k.chat_id"
                + " where k.feed_id = :feed and c.state = 'active'")
        .param("feed", feed.value())
        .query((row, _) -> new ChatKey(row.getLong("chat_id")))
        .list();
  }

  /// The feeds a chat may see, those in trouble first, then by display name: those for everybody
  /// and those it keeps. Only keepers see a gone feed.
  public List<FeedStatus> visibleTo(ChatKey chat) {
    return database
        .read()
        .sql(
            """
            select f.*, mine.chat_id is not null as kept, exists (
              select 1 from feed_workspace w join chat v
                on v.platform = w.platform and v.workspace = w.workspace
              where w.feed_id = f.id and not f.secret and v.id = :chat) as in_workspace
            from feed f left join feed_keeper mine
              on mine.feed_id = f.id and mine.chat_id = :chat
            where (f.state = 'active' and %s) or (f.state <> 'stopped' and mine.chat_id is not null)
            order by f.id
            """
                .formatted(AudienceStore.isVisibleNowSql(":chat")))
        .param("chat", chat.value())
        .query((row, _) -> FeedRowMapper.status(row))
        .list()
        .stream()
        .sorted(LIST_ORDER)
        .toList();
  }

  /// The feeds a chat keeps, by name.
  public List<Feed> feedsKeptBy(ChatKey chat) {
    return visibleTo(chat).stream().filter(FeedStatus::kept).map(FeedStatus::feed).toList();
  }
}
