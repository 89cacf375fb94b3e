package dev.bongsu.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Claims rows of one table for work, so that each row has one worker at a time on all nodes.
///
/// The table has the columns `lease_until_ms` and `lease_token`. The lease of a dead worker
/// expires; the row is then claimed again, with a higher token.
public final class Claims {
  private final Database database;
  private final InstantSource clock;
  private final Duration lease;
  private final String table;
  private final String id;

  /// Claims on one table.
  ///
  /// @param id the name of the table's id column
  public Claims(
      Database database, InstantSource clock, LeaseSettings settings, String table, String id) {
    this(database, clock, settings.claimDuration(), table, id);
  }

  /// Claims with a lease of their own.
  ///
  /// @param lease how long a claim holds without renewal
  /// @param id the name of the table's id column
  public Claims(Database database, InstantSource clock, Duration lease, String table, String id) {
    this.database = database;
    this.clock = clock;
    this.lease = lease;
    this.table = table;
    this.id = id;
  }

  /// Claims the rows that a select names.
  ///
  /// @param select an SQL select of ids of this table, with its order and limit; `:now` is the
  ///   present in epoch milliseconds. Must itself leave out rows with `lease_until_ms > :now`.
  /// @param values of the select's other named parameters
  /// @return the claims taken, in no order; empty if nothing is due
  public List<Claim> claim(String select, Map<String, ?> values) {
    return claim(select, values, "%s, lease_token".formatted(id), (claim, _) -> claim);
  }

  /// Claims the rows that a select names and reads them in the same statement.
  ///
  /// @param select and `values` as in [#claim(String, Map)]
  /// @param mapper gets all columns of the claimed row
  /// @return in no order; empty if nothing is due
  public <T> List<T> claim(String select, Map<String, ?> values, ClaimedRowMapper<T> mapper) {
    return claim(select, values, "*", mapper);
  }

  /// Claims the rows that a select names and reads some columns in the same statement.
  ///
  /// @param select and `values` as in [#claim(String, Map)]
  /// @param columns the list after `returning`, with the id and `lease_token`; may hold subselects
  ///   from other tables
  /// @return in no order; empty if nothing is due
  public <T> List<T> claim(
      String select, Map<String, ?> values, String columns, ClaimedRowMapper<T> mapper) {
    Instant now = clock.instant();
    String sql =
        """
        with due as materialized (%s %s)
        update %s set lease_until_ms = :until, lease_token = lease_token + 1
        where %s in (select %s from due)
        returning %s
        """
            .formatted(select, database.dialect().skipLocked(), table, id, id, columns);
    return database
        .write()
        .sql(sql)
        .params(values)
        .param("now", now.toEpochMilli())
        .param("until", now.plus(lease).toEpochMilli())
        .query((row, _) -> mapper.map(new Claim(row.getLong(id), row.getLong("lease_token")), row))
        .list();
  }

  /// Extends a lease.
  ///
  /// @return false if the claim was lost, or released meanwhile
  public boolean renew(Claim claim) {
    return setLease(claim, clock.instant().plus(lease).toEpochMilli());
  }

  /// Ends a lease. Call it in the transaction that stores the work's result, before the rest.
  ///
  /// @return false if the claim was lost: the result must not be stored
  public boolean release(Claim claim) {
    return setLease(claim, 0);
  }

  private boolean setLease(Claim claim, long untilMillis) {
    String sql =
        "update %s set lease_until_ms = :until where %s = :id and lease_token = :token and lease_until_ms > 0"
            .formatted(table, id);
    return database
            .write()
            .sql(sql)
            .param("until", untilMillis)
            .param("id", claim.id())
            .param("token", claim.token())
            .update()
        == 1;
  }
}
