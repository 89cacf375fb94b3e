package dev.bongsu.storage;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Tests whether the database accepts writes, in the table `storage_probe`, and reads its clock.
public final class ProbeStore {
  private static final int PROBE_BYTES = 16 * 1024;

  private final Database database;
  private final String filler;

  public ProbeStore(Database database) {
    this.database = database;
    // Random, because PostgreSQL compresses repetitive values to almost nothing.
    byte[] bytes = new byte[PROBE_BYTES / 2];
    ThreadLocalRandom.current().nextBytes(bytes);
    this.filler = HexFormat.of().formatHex(bytes);
  }

  /// Writes some pages and removes them, in one transaction.
  ///
  /// @throws RuntimeException if the database accepts no writes
  public void probe() {
    database.inTransaction(
        () -> {
          long id =
              database
                  .write()
                  .sql("insert into storage_probe (filler) values (:filler) returning id")
                  .param("filler", filler)
                  .query((row, _) -> row.getLong("id"))
                  .single();
          database.write().sql("delete from storage_probe where id = :id").param("id", id).update();
        });
  }

  /// The time on the database's machine; empty for SQLite, which has no clock of its own.
  Optional<Instant> databaseTime() {
    String sql = database.dialect().currentMillisSql();
    return sql.isEmpty()
        ? Optional.empty()
        : Optional.of(
            database
                .read()
                .sql(sql)
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .single());
  }
}
