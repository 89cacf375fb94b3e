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

/// What `StorageWatch` promises on every database.
interface StorageWatchContract {
  TestDatabase open();

  /// Lets no more be written, as a full disk does.
  void fill(TestDatabase database);

  /// There is room again.
  void empty(TestDatabase database);

  @Test
  default void r075AFullDatabaseStopsWorkUntilThereIsRoom() {
    try (TestDatabase database = open()) {
      MovedClock clock = new MovedClock();
      StorageWatch watch = new StorageWatch(database.database(), clock);
      watch.check();
      assertThat(watch.trouble()).isEmpty();

      fill(database);
      assertThat(watch.isWell()).as("nobody has noticed yet").isTrue();
      assertThatThrownBy(() -> write(database))
          .isInstanceOfAny(DataAccessException.class, TransactionException.class);
      assertThat(watch.isWell()).as("noticed by whoever wrote").isFalse();
      watch.check();
      assertThat(watch.isWell()).as("it is still full").isFalse();

      empty(database);
      watch.check();
      assertThat(watch.isWell()).isTrue();
      write(database);
    }
  }

  @Test
  default void r075ATrialNoticesWhatNobodyWrote() {
    try (TestDatabase database = open()) {
      MovedClock clock = new MovedClock();
      StorageWatch watch = new StorageWatch(database.database(), clock);
      watch.check();
      fill(database);

      watch.check();
      assertThat(watch.isWell()).as("the next trial is ten seconds after the last").isTrue();
      clock.off = Duration.ofSeconds(-3);
      watch.check();

      assertThat(watch.trouble()).as("and at once after the clock was set back").isNotEmpty();
      empty(database);
    }
  }

  @Test
  default void anErrorOfOneStatementIsNoTrouble() {
    try (TestDatabase database = open()) {
      StorageWatch watch = new StorageWatch(database.database(), new MovedClock());
      assertThatThrownBy(() -> database.database().write().sql("select nothing").update())
          .isInstanceOf(DataAccessException.class);
      assertThat(watch.isWell()).isTrue();
    }
  }

  @Test
  default void r075WhatMustBeWrittenDownIsWhenThereIsRoomAgain() throws InterruptedException {
    try (TestDatabase database = open()) {
      fill(database);
      Thread later =
          Thread.ofPlatform()
              .start(
                  () -> {
                    empty(database);
                  });
      database.database().withPatience(Duration.ofSeconds(20), () -> write(database));
      later.join();
      assertThatThrownBy(
              () ->
                  database
                      .database()
                      .withPatience(
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
  final class MovedClock implements InstantSource {
    volatile Duration off = Duration.ZERO;

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(off);
    }
  }
}
