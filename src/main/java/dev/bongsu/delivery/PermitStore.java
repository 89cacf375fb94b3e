package dev.bongsu.delivery;

import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Claims;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The table `send_permit`: how many messages an account may send in any second, on all nodes
/// together. A permit is a row that is claimed for 1020 ms, so that no second has more sends than
/// there are rows.
final class PermitStore {
  /// The extra 20 ms cover the variation of clocks and networks; 98 % of the rate is used.
  private static final Duration HOLD = Duration.ofMillis(1020);

  private static final Duration MAX_LATENESS = Duration.ofSeconds(2);

  private final Database database;
  private final Claims claims;

  PermitStore(Database database, InstantSource clock) {
    this.database = database;
    this.claims = new Claims(database, clock, HOLD, "send_permit", "id");
  }

  /// Creates an account's permits, if they are missing.
  void addMissing(String account, int perSecond) {
    String sql =
        """
        insert into send_permit (account, slot) values (?, ?) on conflict (account, slot) do nothing
        """;
    database.batch(
        sql, IntStream.range(0, perSecond).mapToObj(i -> new Object[] {account, i}).toList());
  }

  /// Claims free permits.
  List<Claim> claim(String account, int perSecond, int atMost) {
    String select =
        """
        select id from send_permit where account = :account and slot < :slots
        and lease_until_ms <= :now order by lease_until_ms limit :limit
        """;
    return claims.claim(select, Map.of("account", account, "slots", perSecond, "limit", atMost));
  }

  /// When the next permit is free.
  Instant nextFree(String account, int perSecond) {
    String sql =
        """
        select coalesce(min(lease_until_ms), 0) as free from send_permit
        where account = :account and slot < :slots
        """;
    return database
        .read()
        .sql(sql)
        .param("account", account)
        .param("slots", perSecond)
        .query((row, _) -> Instant.ofEpochMilli(row.getLong("free")))
        .single();
  }

  /// Returns a permit with which nothing was sent.
  void release(Claim permit) {
    claims.release(permit);
  }

  /// Extends a permit to a second after its use, which is later than its claim.
  ///
  /// @param sent when it was used
  /// @param lateness by how much longer than usual the answer took: the message may have arrived so
  ///   much later
  void recordUse(Claim permit, Instant sent, Duration lateness) {
    Duration late = lateness.compareTo(MAX_LATENESS) < 0 ? lateness : MAX_LATENESS;
    String sql =
        """
        update send_permit set lease_until_ms = :until
        where id = :id and lease_token = :token and lease_until_ms < :until
        """;
    database
        .write()
        .sql(sql)
        .param("until", sent.plus(HOLD).plus(late).toEpochMilli())
        .param("id", permit.id())
        .param("token", permit.token())
        .update();
  }
}
