package dev.bongsu.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// The connection pools of one database.
///
/// PostgreSQL has one pool for both uses. SQLite has a write pool of exactly one connection, so
/// that waiting parks in Hikari: two virtual threads that wait inside SQLite on two cores stop
/// every other one (3 s, measured). Auto-commit stays on in every pool: the SQLite driver opens the
/// next transaction right after a commit, and would hold the write lock for ever.
///
/// @param write for everything that changes rows
/// @param read for reading outside a transaction
public record DataSources(Dialect dialect, HikariDataSource write, HikariDataSource read)
    implements AutoCloseable {

  private static final int BUSY_TIMEOUT_MILLIS = 10_000;
  private static final int SQLITE_READERS = 4;
  private static final int POSTGRESQL_CONNECTIONS = 16;
  private static final long CONNECT_TIMEOUT_MILLIS = 10_000;

  /// Writers of SQLite queue for one connection, and a busy machine makes the queue long.
  private static final long WRITER_TIMEOUT_MILLIS = 60_000;

  /// Ends the transaction of a node that froze inside it, with its row locks, before others that
  /// wait for these rows give up, and before the leases of its work end.
  static final List<String> POSTGRESQL_TIMEOUTS =
      List.of(
          "set idle_in_transaction_session_timeout = '15s'",
          "set lock_timeout = '25s'",
          "set statement_timeout = '60s'");

  private static final String SQLITE_WRITER = "write";
  private static final String SQLITE_PREFIX = "jdbc:sqlite:";

  /// Opens the pools and creates the folder of an SQLite file.
  ///
  /// @throws IllegalArgumentException if the address belongs to neither database
  /// @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException if it cannot be reached
  public static DataSources open(
      String jdbcAddress, @Nullable String user, @Nullable String password) {
    Dialect dialect = Dialect.of(jdbcAddress);
    return switch (dialect) {
      case SQLITE -> openSqlite(jdbcAddress);
      case POSTGRESQL -> openPostgresql(jdbcAddress, user, password);
    };
  }

  /// The file of an SQLite address; empty for PostgreSQL and for a database in memory.
  public static Optional<Path> sqliteFile(String jdbcAddress) {
    if (!jdbcAddress.startsWith(SQLITE_PREFIX)) {
      return Optional.empty();
    }
    String file = jdbcAddress.substring(SQLITE_PREFIX.length()).replaceFirst("\\?.*$", "");
    file = file.replaceFirst("^file:", "");
    return file.isBlank() || file.startsWith(":") ? Optional.empty() : Optional.of(Path.of(file));
  }

  private static DataSources openSqlite(String jdbcAddress) {
    sqliteFile(jdbcAddress).ifPresent(SqliteFile::prepare);
    HikariDataSource write =
        start(sqlite(jdbcAddress, TransactionMode.IMMEDIATE), SQLITE_WRITER, 1);
    try {
      HikariConfig readOnly = sqlite(jdbcAddress, TransactionMode.DEFERRED);
      readOnly.setConnectionInitSql("pragma query_only = true");
      return new DataSources(Dialect.SQLITE, write, start(readOnly, "read", SQLITE_READERS));
    } catch (RuntimeException e) {
      write.close();
      throw e;
    }
  }

  private static HikariConfig sqlite(String address, TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(address);
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source);
    return pool;
  }

  private static DataSources openPostgresql(
      String jdbcAddress, @Nullable String user, @Nullable String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcAddress);
    config.setUsername(user);
    config.setPassword(password);
    config.setConnectionInitSql(String.join(";", POSTGRESQL_TIMEOUTS));
    HikariDataSource both = start(config, "postgresql", POSTGRESQL_CONNECTIONS);
    return new DataSources(Dialect.POSTGRESQL, both, both);
  }

  private static HikariDataSource start(HikariConfig config, String name, int size) {
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(
        name.equals(SQLITE_WRITER) ? WRITER_TIMEOUT_MILLIS : CONNECT_TIMEOUT_MILLIS);
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    write.close();
    read.close();
  }
}
