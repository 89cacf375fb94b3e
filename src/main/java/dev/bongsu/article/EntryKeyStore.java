package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The table `entry_key`: the keys of a feed's seen entries.
public final class EntryKeyStore {
  private static final int KEYS_PER_STATEMENT = 500;

  /// How exactly it is stored when a key was last seen.
  private static final Duration PRECISION = Duration.ofDays(1);

  private final Database database;
  private final InstantSource clock;

  public EntryKeyStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Which of the keys were seen in this feed before.
  SeenKeys seen(FeedId feed, Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    SeenKeys seen = new SeenKeys(new HashMap<>(), new HashSet<>());
    for (int from = 0; from < all.size(); from += KEYS_PER_STATEMENT) {
      addSeen(feed, all.subList(from, Math.min(all.size(), from + KEYS_PER_STATEMENT)), seen);
    }
    return seen;
  }

  private void addSeen(FeedId feed, List<String> keys, SeenKeys seen) {
    long lately = clock.instant().minus(PRECISION).toEpochMilli();
    database
        .read()
        .sql(
            """
            select entry_key, published_ms, seen_ms from entry_key
            where feed_id = :feed and entry_key in (:keys)
            """)
        .param("feed", feed.value())
        .param("keys", keys)
        .query(
            row -> {
              String key = row.getString("entry_key");
              if (row.getLong("seen_ms") <= lately) {
                seen.notLately().add(key);
              }
              long millis = row.getLong("published_ms");
              seen.dates().put(key, row.wasNull() ? null : Instant.ofEpochMilli(millis));
            });
  }

  /// Stores that the keys were seen now, each with the date that its entry says. Those seen lately,
  /// with the same date, are left as they are: most of a document is as it was at the last poll.
  ///
  /// @param seen what was stored of them before
  void add(FeedId feed, Map<String, @Nullable Instant> keys, SeenKeys seen) {
    String sql =
        """
        insert into entry_key (feed_id, entry_key, seen_ms, published_ms) values (?, ?, ?, ?)
        on conflict (feed_id, entry_key) do update set seen_ms = excluded.seen_ms,
          published_ms = excluded.published_ms
        """;
    long now = clock.millis();
    List<Object[]> rows = new ArrayList<>();
    new TreeMap<>(keys)
        .forEach(
            (key, published) -> {
              if (seen.isOutdated(key, published)) {
                Long millis = published == null ? null : published.toEpochMilli();
                rows.add(new @Nullable Object[] {feed.value(), key, now, millis});
              }
            });
    database.batch(sql, rows);
  }

  /// The feeds with keys last seen before then.
  public List<FeedId> feedsWithKeysOlderThan(Instant before) {
    return database
        .read()
        .sql("select distinct feed_id from entry_key where seen_ms < :before order by feed_id")
        .param("before", before.toEpochMilli())
        .query((row, _) -> new FeedId(row.getLong("feed_id")))
        .list();
  }

  /// Deletes a feed's keys last seen before then, except the newest: twice as many as its documents
  /// of the last day had. A feed that published nothing for long may bring back old entries.
  ///
  /// @return how many; 0 if there are no more
  public int deleteOlderThan(FeedId feed, Instant before, int atMost) {
    String sql =
        """
        delete from entry_key where feed_id = :feed and entry_key in (
          select entry_key from (
            select entry_key, seen_ms, row_number() over (order by seen_ms desc, entry_key) as place
            from entry_key where feed_id = :feed) as ranked
          where seen_ms < :before and place > 2 * (
            select count(*) from entry_key newest where newest.feed_id = :feed
            and newest.seen_ms > (
              select max(seen_ms) from entry_key latest where latest.feed_id = :feed) - :precision)
          limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("feed", feed.value())
        .param("before", before.toEpochMilli())
        .param("precision", PRECISION.toMillis())
        .param("limit", atMost)
        .update();
  }
}
