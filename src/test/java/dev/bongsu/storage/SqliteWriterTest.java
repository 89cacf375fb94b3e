package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite when somebody else writes to the same file, as an operator's tool does.
class SqliteWriterTest {
  private final TestDatabase database = TestDatabase.sqlite();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void r074AWriterWaitsForAnother() throws Exception {
    CountDownLatch locked = new CountDownLatch(1);
    FutureTask<Void> other =
        new FutureTask<>(
            () -> {
              try (Connection connection = DriverManager.getConnection(database.address());
                  Statement statement = connection.createStatement()) {
                statement.execute("begin immediate");
                locked.countDown();
                boolean never = new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
                assertThat(never).isFalse();
                statement.execute("commit");
              }
              return null;
            });
    Thread.ofPlatform().start(other);
    locked.await();

    write();

    other.get();
    assertThat(probes()).isOne();
  }

  @Test
  void r074TransactionHoldsTheWriteLockFromItsFirstRead() {
    database
        .database()
        .inTransaction(
            () -> {
              assertThat(probes()).isZero();
              assertThatThrownBy(this::writeFromOutside)
                  .isInstanceOf(SQLException.class)
                  .hasMessageContaining("BUSY");
              write();
            });
    assertThat(probes()).isOne();
  }

  @Test
  void r104TheFileIsItsOwnersAlone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("data").resolve("bongsu.db");
    try (DataSources sources = DataSources.open("jdbc:sqlite:" + file, "", "")) {
      Schema.migrate(sources);
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Path one = Path.of(file + suffix);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
            .as(one.getFileName().toString())
            .isEqualTo("rw-------");
      }
    }
  }

  private void writeFromOutside() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.address() + "?busy_timeout=50");
        Statement statement = connection.createStatement()) {
      statement.execute("insert into storage_probe (filler) values ('outside')");
    }
  }

  private void write() {
    database
        .database()
        .write()
        .sql("insert into storage_probe (filler) values ('inside')")
        .update();
  }

  private long probes() {
    return database
        .database()
        .read()
        .sql("select count(*) from storage_probe")
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
