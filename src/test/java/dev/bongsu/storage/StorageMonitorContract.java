package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into feed (address, host, secret, due_ms) values ('a', 'h', false, :far)",
        "insert into feed (address, host, secret, due_ms, lease_until_ms) values ('a', 'h', false,"
            + " 0, :far)",
        "insert into host (name, next_request_ms, reserved_until_ms) values ('h', :far, 0)",
        "insert into host (name, next_request_ms, reserved_until_ms) values ('h', 0, :far)",
        "insert into robots (host, status, rules, expires_ms) values ('h', 200, '', :far)",
        "insert into account (name, blocked_until_ms) values ('a', :far)",
        "insert into account (name, alert_allowed_ms) values ('a', :far)",
        "insert into send_permit (account, slot, lease_until_ms) values ('a', 1, :far)",
        "insert into named_lease (name, holder, until_ms) values ('n', 'h', :far)",
        "insert into quota (subject, kind, window_start_ms, used) values ('s', 'k', :far, 9)",
        "insert into operator_notice (kind, subject, sent_ms) values ('k', 's', :far)"
      })
  default void f17TimesOfAWrongClockAreSetToThePresent(String insert) {
    Matcher column = Pattern.compile("into (\\w+) \\((.*)\\) values \\((.*)\\)").matcher(insert);
    assertThat(column.matches() || column.find()).isTrue();
    int place = List.of(column.group(3).split(", ")).indexOf(":far");
    String select =
        "select %s as time from %s".formatted(column.group(2).split(", ")[place], column.group(1));
    try (TestDatabase database = open()) {
      Instant far = Instant.now().plus(Duration.ofDays(400));
      database.database().write().sql(insert).param("far", far.toEpochMilli()).update();
      StorageMonitor watch = new StorageMonitor(database.database(), new OffsetClock());

      watch.check();

      assertThat(watch.correctedTimes()).isEqualTo(1);
      assertThat(
              database
                  .database()
                  .read()
                  .sql(select)
                  .query((row, _) -> row.getLong("time"))
                  .single())
          .isLessThanOrEqualTo(Instant.now().toEpochMilli());
    }
  }

  @Test
  default void f17APauseOfAWeekIsLeftAlone() {
    try (TestDatabase database = open()) {
      long week = Instant.now().plus(Duration.ofDays(7)).toEpochMilli();
      var write = database.database().write();
      write
          .sql("insert into feed (address, host, secret, due_ms) values ('a', 'h', false, :due)")
          .param("due", week)
          .update();
      StorageMonitor watch = new StorageMonitor(database.database(), new OffsetClock());

      watch.check();

      assertThat(watch.correctedTimes()).isZero();
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
