package dev.bongsu.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/// A right that one node has at a time: its holder renews the row, and another node takes the row
/// when it has expired.
///
/// A clock may be off by a few seconds and a holder may be frozen: work under the lease must
/// tolerate two holders for a moment. Threads: safe for any number.
public final class NamedLease {
  private final Database database;
  private final InstantSource clock;
  private final Duration duration;
  private final String name;
  private final String holder = UUID.randomUUID().toString();

  /// One node's view of a lease.
  ///
  /// @param name the same on every node
  public NamedLease(Database database, InstantSource clock, LeaseSettings settings, String name) {
    this.database = database;
    this.clock = clock;
    this.duration = settings.claimDuration();
    this.name = name;
  }

  /// Takes the lease, or renews it if this node holds it.
  ///
  /// @return false if another node holds it
  public boolean acquireOrRenew() {
    Instant now = clock.instant();
    String sql =
        """
        insert into named_lease (name, holder, until_ms) values (:name, :holder, :until)
        on conflict (name) do update set holder = excluded.holder, until_ms = excluded.until_ms
        where named_lease.holder = excluded.holder or named_lease.until_ms <= :now
        """;
    return database
            .write()
            .sql(sql)
            .param("name", name)
            .param("holder", holder)
            .param("until", now.plus(duration).toEpochMilli())
            .param("now", now.toEpochMilli())
            .update()
        == 1;
  }

  /// Whether any node holds it now.
  public boolean isHeld() {
    String sql = "select count(*) from named_lease where name = :name and until_ms > :now";
    return database
            .read()
            .sql(sql)
            .param("name", name)
            .param("now", clock.millis())
            .query(Long.class)
            .single()
        > 0;
  }

  /// Releases the lease if this node holds it: another node can take it at once.
  public void release() {
    database
        .write()
        .sql("update named_lease set until_ms = 0 where name = :name and holder = :holder")
        .param("name", name)
        .param("holder", holder)
        .update();
  }
}
