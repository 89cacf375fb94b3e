package dev.bongsu.http;

import dev.bongsu.storage.Database;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The request rate for each host, shared by all nodes: one request at a time, a gap between two,
/// and the pauses that the host asks for.
public final class HostStore {
  private static final Duration MIN_LIMIT = Duration.ofMinutes(1);
  private static final Duration MAX_LIMIT = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 10;

  private final Database database;
  private final InstantSource clock;
  private final Duration gap;

  public HostStore(Database database, InstantSource clock, HttpSettings settings) {
    this.database = database;
    this.clock = clock;
    this.gap = settings.hostGap();
  }

  /// The key of an address's host: lower case, with the port unless it is the scheme's default.
  public static String hostOf(URI address) {
    return Target.of(address)
        .map(Target::hostName)
        .orElseGet(() -> String.valueOf(address.getHost()).toLowerCase(Locale.ROOT));
  }

  /// An SQL condition for a claim's select: the host may be requested at `:now`.
  ///
  /// @param column that holds a host's name, with its table
  public static String isAvailableSql(String column) {
    return """
    not exists (select 1 from host
      where host.name = %s and (host.next_request_ms > :now or host.reserved_until_ms > :now))
    """
        .formatted(column);
  }

  /// Reserves hosts for one request each. Call it in the transaction that claims the work.
  ///
  /// @param atMost how long a host stays reserved without a release
  /// @return the hosts whose gap is over and that no node has reserved
  public Set<String> reserve(Collection<String> hosts, Duration atMost) {
    Instant now = clock.instant();
    Set<String> reserved = new HashSet<>();
    // sorted, to prevent deadlocks between nodes
    for (String host : new TreeSet<>(hosts)) {
      if (reserve(host, now, now.plus(atMost))) {
        reserved.add(host);
      }
    }
    return reserved;
  }

  private boolean reserve(String host, Instant now, Instant until) {
    return database
            .write()
            .sql(
                """
                insert into host (name, next_request_ms, reserved_until_ms) values (:name, 0, :until)
                on conflict (name) do update set reserved_until_ms = excluded.reserved_until_ms
                where host.next_request_ms <= :now and host.reserved_until_ms <= :now
                """)
            .param("name", host)
            .param("now", now.toEpochMilli())
            .param("until", until.toEpochMilli())
            .update()
        == 1;
  }

  /// Extends the reservation of a host.
  public void renew(String host, Duration atMost) {
    database
        .write()
        .sql("update host set reserved_until_ms = :until where name = :name")
        .param("name", host)
        .param("until", clock.instant().plus(atMost).toEpochMilli())
        .update();
  }

  /// Ends the reservation of a host: the next request may start after the gap.
  public void release(String host) {
    pauseUntil(host, clock.instant().plus(gap));
    database
        .write()
        .sql("update host set reserved_until_ms = 0 where name = :name")
        .param("name", host)
        .update();
  }

  /// Deletes the hosts without a request since then.
  ///
  /// @return how many rows; 0 if there are no more
  public int deleteOlderThan(Instant time, int max) {
    String sql =
        """
        delete from host where name in (
          select name from host where next_request_ms < :time and reserved_until_ms < :time
          limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("time", time.toEpochMilli())
        .param("limit", max)
        .update();
  }

  /// The host asked for fewer requests: none before the time it named. If it named none, a minute
  /// later, twice as long each time until [#answered(String)], at most an hour.
  ///
  /// @param until null if the host named no time
  public void limit(String host, @Nullable Instant until) {
    database.inTransaction(
        () -> {
          int times = countLimit(host);
          Duration guess = MIN_LIMIT.multipliedBy(1L << Math.min(times - 1, MAX_DOUBLINGS));
          Instant longest =
              clock.instant().plus(guess.compareTo(MAX_LIMIT) < 0 ? guess : MAX_LIMIT);
          pauseUntil(host, until == null ? longest : until);
        });
  }

  private int countLimit(String host) {
    return database
        .write()
        .sql(
            """
            insert into host (name, next_request_ms, reserved_until_ms, limited) values (:name, 0, 0, 1)
            on conflict (name) do update set limited = host.limited + 1
            returning limited
            """)
        .param("name", host)
        .query((row, _) -> row.getInt("limited"))
        .single();
  }

  /// The host gave what it was asked for.
  public void answered(String host) {
    database
        .write()
        .sql("update host set limited = 0 where name = :name and limited > 0")
        .param("name", host)
        .update();
  }

  /// No request to this host before then. A longer pause is never shortened.
  public void pauseUntil(String host, Instant until) {
    database
        .write()
        .sql(
            """
            insert into host (name, next_request_ms, reserved_until_ms) values (:name, :until, 0)
            on conflict (name) do update set next_request_ms = excluded.next_request_ms
            where host.next_request_ms < excluded.next_request_ms
            """)
        .param("name", host)
        .param("until", until.toEpochMilli())
        .update();
  }
}
