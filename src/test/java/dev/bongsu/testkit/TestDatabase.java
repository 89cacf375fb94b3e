package dev.bongsu.testkit;

import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.Nudges;
import dev.bongsu.storage.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// An empty, migrated database of one kind, for one test.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String address;
  private final DataSources sources;
  private final Database database;
  private final Nudges nudges;

  private TestDatabase(String address) {
    this.address = address;
    this.sources = DataSources.open(address, "postgres", "postgres");
    Schema.migrate(sources);
    this.database = new Database(sources);
    this.nudges = new Nudges(database);
  }

  /// A database in a file of its own.
  public static TestDatabase sqlite() {
    try {
      return sqlite(Files.createTempDirectory("bongsu-test").resolve("bongsu.db"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A database in this file, which may be there already.
  public static TestDatabase sqlite(Path file) {
    return new TestDatabase("jdbc:sqlite:" + file);
  }

  /// A database of its own on the one PostgreSQL of this test run.
  public static TestDatabase postgresql() {
    String name = "test_" + NUMBERS.incrementAndGet();
    EmbeddedPostgres server = Server.RUNNING;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TestDatabase(server.getJdbcUrl("postgres", name));
  }

  public String address() {
    return address;
  }

  public Database database() {
    return database;
  }

  public Nudges nudges() {
    return nudges;
  }

  public DataSources sources() {
    return sources;
  }

  @Override
  public void close() {
    sources.close();
  }

  /// Started when first asked for, stopped with the test run.
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
