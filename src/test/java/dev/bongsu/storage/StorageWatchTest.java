package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The contract on SQLite.
class StorageWatchTest implements StorageWatchContract {
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
  void r077SqliteRunsOnOurOwnClockWhateverItSays() {
    try (TestDatabase database = open()) {
      StorageWatchContract.MovedClock clock = new StorageWatchContract.MovedClock();
      StorageWatch watch = new StorageWatch(database.database(), clock);
      clock.off = Duration.ofDays(1);
      watch.check();
      clock.off = Duration.ofHours(-1);
      watch.check();
      assertThat(watch.trouble()).isEmpty();
    }
  }
}
