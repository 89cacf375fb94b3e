package dev.bongsu.feed;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.storage.Database;
import java.time.InstantSource;
import java.util.List;

/// The numbers of feeds, for operators and chats.
public final class FeedStatisticsStore {
  private final Database database;
  private final InstantSource clock;

  public FeedStatisticsStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The feeds with at least this many failures in a row, most failures first.
  public List<FailingFeed> failing(int least, int atMost) {
    return database
        .read()
        .sql(
            """
            select * from feed where state = 'active' and failures >= :least
            order by failures desc, id limit :limit
            """)
        .param("least", least)
        .param("limit", atMost)
        .query(
            (row, _) ->
                new FailingFeed(
                    FeedRowMapper.feed(row), row.getInt("failures"), row.getString("error")))
        .list();
  }

  /// The feeds that are polled.
  public List<Feed> active() {
    return database
        .read()
        .sql("select * from feed where state = 'active' order by id")
        .query((row, _) -> FeedRowMapper.feed(row))
        .list();
  }

  /// The numbers of feeds by condition.
  public FeedCounts counts() {
    return counts("true", 0);
  }

  /// The numbers of the feeds whose articles a chat sees.
  public FeedCounts counts(ChatKey chat) {
    return counts(AudienceStore.isVisibleNowSql(":chat"), chat.value());
  }

  private FeedCounts counts(String condition, long chat) {
    return database
        .read()
        .sql(
            """
            select count(*) as active,
              count(*) filter (where failures > 0) as failing,
              count(*) filter (where succeeded_ms is null) as unread,
              count(*) filter (where due_ms < :now and lease_until_ms <= :now) as overdue
            from feed f where state = 'active' and (%s or :chat < 0)
            """
                .formatted(condition))
        .param("chat", chat)
        .param("now", clock.millis())
        .query(
            (row, _) ->
                new FeedCounts(
                    row.getLong("active"),
                    row.getLong("failing"),
                    row.getLong("unread"),
                    row.getLong("overdue")))
        .single();
  }
}
