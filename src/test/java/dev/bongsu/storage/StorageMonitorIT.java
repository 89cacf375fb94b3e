package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The contract on PostgreSQL.
class StorageMonitorIT implements StorageMonitorContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }

  /// No superuser is refused an insert; a read-only transaction refuses everybody.
  @Override
  public void fill(TestDatabase database) {
    readOnly(database, true);
  }

  @Override
  public void empty(TestDatabase database) {
    readOnly(database, false);
  }

  private static void readOnly(TestDatabase database, boolean readOnly) {
    String name =
        database
            .database()
            .read()
            .sql("select current_database()")
            .query((row, _) -> row.getString(1))
            .single();
    database
        .database()
        .inTransaction(
            () -> {
              var write = database.database().write();
              if (!readOnly) {
                write.sql("set transaction read write").update();
              }
              write
                  .sql(
                      "alter database %s set default_transaction_read_only = %s"
                          .formatted(name, readOnly))
                  .update();
            });
    database.sources().write().getHikariPoolMXBean().softEvictConnections();
  }

  @Test
  void r077NodeWithClockSkewOverFiveSecondsReportsItAndClaimsNothing() {
    try (TestDatabase database = open()) {
      StorageMonitorContract.OffsetClock clock = new StorageMonitorContract.OffsetClock();
      StorageMonitor watch = new StorageMonitor(database.database(), clock);
      for (Duration wrong : new Duration[] {Duration.ofSeconds(20), Duration.ofHours(-1)}) {
        clock.offset = wrong;
        watch.check();
        assertThat(watch.problem().orElseThrow().description())
            .contains("clock")
            .contains(wrong.isNegative() ? "behind" : "ahead of");
        clock.offset = Duration.ofSeconds(3);
        watch.check();
        assertThat(watch.problem()).isEmpty();
      }
    }
  }
}
