package dev.bongsu.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as the stores use it.
///
/// Threads: safe for any number. On SQLite writers queue for the one write connection; keep
/// transactions short and never wait for a network inside one.
public final class Database {
  private static final int MAX_ATTEMPTS = 3;
  private static final long RETRY_INTERVAL_NANOS = 1_000_000_000L;

  private final DataSources sources;
  private final Dialect dialect;
  private final JdbcTemplate writer;
  private final JdbcClient write;
  private final JdbcClient read;
  private final TransactionTemplate transactions;
  private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();
  private volatile Consumer<String> failureListener = _ -> {};

  public Database(DataSources sources) {
    this.sources = sources;
    this.dialect = sources.dialect();
    this.writer = new JdbcTemplate(sources.write());
    writer.setExceptionTranslator(this::translate);
    this.write = JdbcClient.create(writer);
    this.read = JdbcClient.create(sources.read());
    RollbackTolerantTransactionManager manager =
        new RollbackTolerantTransactionManager(sources.write());
    manager.setExceptionTranslator(this::translate);
    this.transactions = new TransactionTemplate(manager);
  }

  /// Calls the listener when an error of a write shows that the database as a whole has failed:
  /// full, read-only, gone.
  void onFailure(Consumer<String> listener) {
    failureListener = listener;
  }

  private @Nullable DataAccessException translate(
      String task, @Nullable String sql, SQLException error) {
    DatabaseFailure.describe(error).ifPresent(failureListener);
    return translator.translate(task, sql, error);
  }

  /// For every change, and for reading inside a transaction.
  public JdbcClient write() {
    return write;
  }

  /// For reading: inside a transaction its own view, outside one the read pool.
  public JdbcClient read() {
    return TransactionSynchronizationManager.isActualTransactionActive() ? write : read;
  }

  /// The size and age of a queue.
  ///
  /// @param sql that selects the number `waiting` and the time of the `oldest`
  public Backlog backlog(String sql, Instant now) {
    return read()
        .sql(sql)
        .query(
            (row, _) -> {
              long rows = row.getLong("waiting");
              long age = rows == 0 ? 0 : now.toEpochMilli() - row.getLong("oldest");
              return new Backlog(rows, Duration.ofMillis(Math.max(0, age)));
            })
        .single();
  }

  /// Runs one statement for many rows.
  ///
  /// @param sql with `?` in the order of a row's values
  public void batch(String sql, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      writer.batchUpdate(sql, rows);
    }
  }

  /// Runs the work in one transaction: all of it is stored, or nothing. Joins a running one.
  ///
  /// @param work changes nothing but the database: it runs again if it lost a deadlock
  public <T> T inTransaction(Supplier<T> work) {
    boolean joins = TransactionSynchronizationManager.isActualTransactionActive();
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
      } catch (PessimisticLockingFailureException e) {
        if (joins || attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /// Runs the work in one transaction, as [#inTransaction(Supplier)].
  public void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  /// Runs a write that must survive a short outage of the database: retries each second until it
  /// succeeds or the time is up. The work must check its lease itself.
  ///
  /// @param patience from now; at least one attempt is made
  public void retryFor(Duration patience, Runnable work) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        work.run();
        return;
      } catch (DataAccessException | TransactionException e) {
        boolean over = sources.write().isClosed() || System.nanoTime() + RETRY_INTERVAL_NANOS > end;
        if (over || !DatabaseFailure.isCauseOf(e)) {
          throw e;
        }
        LockSupport.parkNanos(RETRY_INTERVAL_NANOS);
      }
    }
  }

  /// Runs the action when the running transaction has been committed; at once if there is none.
  public void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }

  /// Checks that the database responds.
  ///
  /// @throws org.springframework.dao.DataAccessException if it does not
  public void ping() {
    read.sql("select 1").query((row, _) -> row.getInt(1)).single();
  }

  /// Whether an exception comes from a database that failed as a whole, or that had no connection
  /// free in time: one line in the log says it all.
  public static boolean isCauseOf(Throwable e) {
    return DatabaseFailure.isCauseOf(e);
  }

  Dialect dialect() {
    return dialect;
  }
}
