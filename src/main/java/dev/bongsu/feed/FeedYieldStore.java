package dev.bongsu.feed;

import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// How much trouble a feed makes, and when it last brought something: the table `feed_failure`, a
/// row a day, and two columns of `feed`.
public final class FeedYieldStore {
  /// Days that the numbers of a feed are about.
  public static final int DAYS = 30;

  private static final Duration IDLE_AFTER = Duration.ofDays(60);
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final Database database;
  private final InstantSource clock;

  public FeedYieldStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Counts a failed poll, and drops what is older than the numbers.
  void recordFailure(FeedId feed) {
    database
        .write()
        .sql(
            """
            insert into feed_failure (feed_id, epoch_day, polls) values (:feed, :day, 1)
            on conflict (feed_id, epoch_day) do update set polls = feed_failure.polls + 1
            """)
        .param("feed", feed.value())
        .param("day", today())
        .update();
    database
        .write()
        .sql("delete from feed_failure where feed_id = :feed and epoch_day <= :before")
        .param("feed", feed.value())
        .param("before", today() - DAYS)
        .update();
  }

  /// Records that a feed brought something new.
  void recordArticles(FeedId feed) {
    database
        .write()
        .sql("update feed set brought_ms = :now, idle_notified = false where id = :feed")
        .param("now", clock.millis())
        .param("feed", feed.value())
        .update();
  }

  /// The failed polls of the last days by feed.
  public Map<FeedId, Integer> failedPolls() {
    Map<FeedId, Integer> counts = new HashMap<>();
    database
        .read()
        .sql(
            """
            select feed_id, sum(polls) as failed from feed_failure
            where epoch_day > :before group by feed_id
            """)
        .param("before", today() - DAYS)
        .query(
            row -> {
              counts.put(new FeedId(row.getLong("feed_id")), row.getInt("failed"));
            });
    return counts;
  }

  /// Passes on the feeds for everybody that brought nothing for 60 days, each once until it brings
  /// something. To be called once a day: the first call after a feed was added begins its time.
  ///
  /// @param report runs in the transaction that marks them; not called if there are none
  public void claimIdle(Consumer<List<Feed>> report) {
    database.inTransaction(
        () -> {
          beginPeriods();
          List<Feed> idle =
              database
                  .write()
                  .sql(
                      """
                      update feed set idle_notified = true
                      where state = 'active' and for_everybody and not idle_notified
                        and brought_ms <= :since
                      returning *
                      """)
                  .param("since", clock.instant().minus(IDLE_AFTER).toEpochMilli())
                  .query((row, _) -> FeedRowMapper.feed(row))
                  .list();
          if (!idle.isEmpty()) {
            report.accept(idle);
          }
        });
  }

  /// A feed that stopped begins anew when it is polled again.
  private void beginPeriods() {
    database
        .write()
        .sql(
            "update feed set brought_ms = null, idle_notified = false"
                + " where state <> 'active' and brought_ms is not null")
        .update();
    database
        .write()
        .sql("update feed set brought_ms = :now where state = 'active' and brought_ms is null")
        .param("now", clock.millis())
        .update();
  }

  private long today() {
    return Math.floorDiv(clock.millis(), DAY_MILLIS);
  }
}
