package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// What `StorageMonitor` promises on every database.
interface StorageMonitorContract {
  TestDatabase open();

  /// Lets no more be written, as a full disk does.
  void fill(TestDatabase database);

  /// There is room again.
  void empty(TestDatabase database);

  @Test
  default void r075AFullDatabaseStopsWorkUntilThereIsRoom() {
    try (TestDatabase database = open()) {
      OffsetClock clock = new OffsetClock();
      StorageMonitor watch = new StorageMonitor(database.database(), clock);
      watch.check();
      assertThat(watch.problem()).isEmpty();

      fill(database);
      assertThat(watch.isHealthy()).as("nobody has noticed yet").isTrue();
      assertThatThrownBy(() -> write(database))
          .isInstanceOfAny(DataAccessException.class, TransactionException.class);
      assertThat(watch.isHealthy()).as("noticed by whoever wrote").isFalse();
      watch.check();
      assertThat(watch.isHealthy()).as("it is still full").isFalse();

      empty(database);
      watch.check();
      assertThat(watch.isHealthy()).isTrue();
      write(database);
    }
  }

  @Test
  default void r075PeriodicProbeDetectsAFullDatabase() {
    try (TestDatabase database = open()) {
      OffsetClock clock = new OffsetClock();
      StorageMonitor watch = new StorageMonitor(database.database(), clock);
      watch.check();
      fill(database);

      watch.check();
      assertThat(watch.isHealthy()).as("the next trial is ten seconds after the last").isTrue();
      clock.offset = Duration.ofSeconds(-3);
      watch.check();

      assertThat(watch.problem()).as("and at once after the clock was set back").isNotEmpty();
      empty(database);
    }
  }

  @Test
  default void errorOfOneStatementIsNoDatabaseFailure() {
    try (TestDatabase database = open()) {
      StorageMonitor watch = new StorageMonitor(database.database(), new OffsetClock());
      assertThatThrownBy(() -> database.database().write().sql("select nothing").update())
          .isInstanceOf(DataAccessException.class);
      assertThat(watch.isHealthy()).isTrue();
    }
  }

  @Test
  default void r075RetriesAWriteUntilThereIsRoomAgain() throws InterruptedException {
    try (TestDatabase database = open()) {
      fill(database);
      Thread later =
          Thread.ofPlatform()
              .start(
                  () -> {
                    empty(database);
                  });
      database.database().retryFor(Duration.ofSeconds(20), () -> write(database));
      later.join();
      assertThatThrownBy(
              () ->
                  database
                      .database()
                      .retryFor(
                          Duration.ofSeconds(20),
                          () -> database.database().write().sql("select nothing").update()))
          .as("a statement that is wrong is not tried for long")
          .isInstanceOf(DataAccessException.class);
    }
  }

  private static void write(TestDatabase database) {
    database
        .database()
        .inTransaction(
            () -> {
              database
                  .database()
                  .write()
                  .sql("insert into storage_probe (filler) values (:filler)")
                  .param("filler", "x".repeat(500_000))
                  .update();
            });
  }

  /// The machine's clock, set wrong.
  final class OffsetClock implements InstantSource {
    volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(offset);
    }
  }
}
