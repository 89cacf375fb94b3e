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

/// An empty, migrated database of one kind, for one test: a copy of one that was migrated once.
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String address;
  private final DataSources sources;
  private final Database database;
  private final Nudges nudges;

  private TestDatabase(String address) {
    this.address = address;
    this.sources = open(address);
    this.database = new Database(sources);
    this.nudges = new Nudges(database);
  }

  /// A database in a file of its own.
  public static TestDatabase sqlite() {
    return sqlite(TestFolders.create().resolve("bongsu.db"));
  }

  /// A database in this file, which may be there already.
  public static TestDatabase sqlite(Path file) {
    try {
      if (Files.notExists(file)) {
        Files.write(file, SqliteTemplate.BYTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestDatabase("jdbc:sqlite:" + file);
  }

  /// A database of its own on the one PostgreSQL of this test run.
  public static TestDatabase postgresql() {
    String name = "test_" + NUMBERS.incrementAndGet();
    Server.create(name, Server.TEMPLATE);
    return new TestDatabase(Server.address(name));
  }

  private static DataSources open(String address) {
    return DataSources.open(address, "postgres", "postgres");
  }

  private static void migrate(String address) {
    try (DataSources sources = open(address)) {
      Schema.migrate(sources);
    }
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

  /// What a migrated file holds when all who had it open are gone.
  private static final class SqliteTemplate {
    static final byte[] BYTES = migrated();

    private static byte[] migrated() {
      try {
        Path file = TestFolders.create().resolve("template.db");
        migrate("jdbc:sqlite:" + file);
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Started when first asked for, stopped with the test run.
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();
    static final String TEMPLATE = migrated();

    static String address(String name) {
      return RUNNING.getJdbcUrl("postgres", name);
    }

    /// @param template a database that nobody is connected to
    static void create(String name, String template) {
      try (Connection connection = RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database %s template %s".formatted(name, template));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String migrated() {
      String name = "migrated";
      create(name, "template1");
      migrate(address(name));
      return name;
    }

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
