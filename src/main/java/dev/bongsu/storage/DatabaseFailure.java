package dev.bongsu.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteException;

/// Tells failures of the database as a whole from failures of one statement.
final class DatabaseFailure {
  /// SQLite's primary result codes (sqlite.org/rescode.html): READONLY, IOERR, CORRUPT, FULL,
  /// CANTOPEN, NOTADB.
  private static final Set<Integer> SQLITE_CODES = Set.of(8, 10, 11, 13, 14, 26);

  private static final int PRIMARY_CODE = 0xff;

  /// PostgreSQL's classes (its manual, appendix A): connections, resources such as the disk, an
  /// operator's intervention, the system, the database's own files.
  private static final Set<String> POSTGRESQL_CLASSES = Set.of("08", "53", "57", "58", "XX");

  /// A read-only transaction, a missing privilege.
  private static final Set<String> POSTGRESQL_STATES = Set.of("25006", "42501");

  private static final String QUERY_CANCELED = "57014";

  private DatabaseFailure() {}

  /// Whether an exception comes from the database as a whole, or from a missing connection.
  static boolean isCauseOf(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      boolean ofTheDatabase =
          cause instanceof SQLTransientConnectionException
              || (cause instanceof SQLException error && describe(error).isPresent());
      if (ofTheDatabase) {
        return true;
      }
    }
    return false;
  }

  /// The failure in plain words; empty if it concerns one statement alone.
  static Optional<String> describe(SQLException error) {
    if (error instanceof SQLiteException sqlite) {
      int code = sqlite.getResultCode().code & PRIMARY_CODE;
      return SQLITE_CODES.contains(code)
          ? Optional.of("SQLite says " + sqlite.getResultCode().name())
          : Optional.empty();
    }
    String state = error.getSQLState();
    if (state == null || state.length() != 5 || state.equals(QUERY_CANCELED)) {
      return Optional.empty();
    }
    boolean general =
        POSTGRESQL_CLASSES.contains(state.substring(0, 2)) || POSTGRESQL_STATES.contains(state);
    return general ? Optional.of("PostgreSQL says " + state) : Optional.empty();
  }
}
