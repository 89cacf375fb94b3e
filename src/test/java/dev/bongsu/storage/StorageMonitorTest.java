package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The contract on SQLite.
class StorageMonitorTest implements StorageMonitorContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }

  @Override
  public void fill(TestDatabase database) {
    pages(database, "page_count");
  }

  @Override
  public void empty(TestDatabase database) {
    pages(database, "1000000");
  }

  /// Of the one connection that writes.
  private static void pages(TestDatabase database, String most) {
    var write = database.database().write();
    write.sql("vacuum").update();
    long count = write.sql("pragma page_count").query((row, _) -> row.getLong(1)).single();
    String limit = most.equals("page_count") ? String.valueOf(count) : most;
    write.sql("pragma max_page_count = " + limit).query((row, _) -> row.getLong(1)).single();
  }

  @Test
  void r077ChecksNoClockSkewOnSqlite() {
    try (TestDatabase database = open()) {
      StorageMonitorContract.OffsetClock clock = new StorageMonitorContract.OffsetClock();
      StorageMonitor watch = new StorageMonitor(database.database(), clock);
      clock.offset = Duration.ofDays(1);
      watch.check();
      clock.offset = Duration.ofHours(-1);
      watch.check();
      assertThat(watch.problem()).isEmpty();
    }
  }
}
