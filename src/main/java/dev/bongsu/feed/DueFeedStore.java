package dev.bongsu.feed;

import dev.bongsu.http.HostStore;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Claims due feeds.
final class DueFeedStore {
  /// So many of the feeds that are due longest are looked at for each host that is wanted.
  private static final int CANDIDATES_PER_HOST = 20;

  /// Twice the longest time between two polls.
  private static final Duration MIN_OUTAGE = Duration.ofDays(2);

  private final Database database;
  private final InstantSource clock;
  private final Duration lease;
  private final HostStore hosts;
  private final Claims claims;

  DueFeedStore(Database database, InstantSource clock, LeaseSettings lease, HostStore hosts) {
    this.database = database;
    this.clock = clock;
    this.lease = lease.claimDuration();
    this.hosts = hosts;
    this.claims = new Claims(database, clock, lease, FeedStore.TABLE, "id");
  }

  /// Claims feeds that can be polled now: due, at most one per host, and only hosts whose gap is
  /// over.
  ///
  /// @param limit how many at most; at least 1
  /// @return in no order; empty if nothing is due
  List<DueFeed> claim(int limit) {
    return database.inTransaction(
        () -> {
          Map<String, Long> due = oldestDuePerHost(limit);
          Set<String> reserved = hosts.reserve(due.keySet(), lease);
          List<DueFeed> claimed = claimRows(reserved.stream().map(due::get).toList());
          Set<String> unused = new HashSet<>(reserved);
          claimed.forEach(feed -> unused.remove(HostStore.hostOf(feed.feed().address())));
          unused.forEach(hosts::release);
          return claimed;
        });
  }

  /// The feed of each host that is due longest. Looks at those due longest only: where many are of
  /// one host, the others are found by the next claim, for which that host is reserved.
  private Map<String, Long> oldestDuePerHost(int limit) {
    String sql =
        """
        select host, id from feed
        where state = 'active' and due_ms <= :now and lease_until_ms <= :now and %s
        order by due_ms, id limit :limit
        """
            .formatted(HostStore.isAvailableSql("feed.host"));
    Map<String, Long> oldest = new LinkedHashMap<>();
    database
        .write()
        .sql(sql)
        .param("now", clock.millis())
        .param("limit", limit * CANDIDATES_PER_HOST)
        .query(
            row -> {
              if (oldest.size() < limit) {
                oldest.putIfAbsent(row.getString("host"), row.getLong("id"));
              }
            });
    return oldest;
  }

  private List<DueFeed> claimRows(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String select =
        """
        select id from feed where id in (:ids)
          and state = 'active' and due_ms <= :now and lease_until_ms <= :now
        """;
    return claims.claim(select, Map.of("ids", ids), this::dueFeed);
  }

  private DueFeed dueFeed(Claim claim, ResultSet row) throws SQLException {
    Feed feed = FeedRowMapper.feed(row);
    Instant read = feed.lastSuccess();
    boolean away = read != null && read.isBefore(clock.instant().minus(MIN_OUTAGE));
    return new DueFeed(claim, feed, FeedHeaders.decode(row.getString("headers")), away);
  }

  /// Extends the lease of a feed and of its host.
  ///
  /// @return false if the lease was lost: stop working on it
  boolean renew(DueFeed due) {
    return database.inTransaction(
        () -> {
          boolean held = claims.renew(due.claim());
          if (held) {
            hosts.renew(HostStore.hostOf(due.feed().address()), lease);
          }
          return held;
        });
  }

  /// Releases a feed unchanged, so that it can be claimed before its lease expires.
  void releaseUnfinished(DueFeed due) {
    database.inTransaction(
        () -> {
          release(due);
        });
  }

  /// Ends the lease on a feed and its host; false if it was lost.
  boolean release(DueFeed due) {
    boolean held = claims.release(due.claim());
    if (held) {
      hosts.release(HostStore.hostOf(due.feed().address()));
    }
    return held;
  }
}
