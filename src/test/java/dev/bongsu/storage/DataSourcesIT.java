package dev.bongsu.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bongsu.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Time limits of PostgreSQL's connections.
class DataSourcesIT {
  @ParameterizedTest
  @CsvSource({
    "idle_in_transaction_session_timeout, 15s",
    "lock_timeout, 25s",
    "statement_timeout, 1min"
  })
  void r071EveryConnectionHasTimeLimits(String name, String limit) {
    try (TestDatabase database = TestDatabase.postgresql()) {
      assertThat(
              database
                  .database()
                  .write()
                  .sql("show " + name)
                  .query((row, _) -> row.getString(1))
                  .single())
          .isEqualTo(limit);
    }
  }

  @Test
  void r071MigrationsHaveNoLimitAndLeaveNoConnectionWithoutOne() throws SQLException {
    try (TestDatabase database = TestDatabase.postgresql();
        DataSources sources = DataSources.open(database.address(), "postgres", "postgres")) {
      Schema.migrate(sources);

      try (Connection connection = sources.write().getConnection()) {
        assertThat(show(connection, "statement_timeout")).isEqualTo("1min");
      }
    }
  }

  /// A node that froze inside a transaction: its limit is shortened here, so that nobody waits.
  @Test
  void r071AFrozenTransactionGivesItsRowsBack() throws SQLException {
    try (TestDatabase database = TestDatabase.postgresql();
        DataSources frozen = DataSources.open(database.address(), "postgres", "postgres");
        Connection connection = frozen.write().getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "set idle_in_transaction_session_timeout = '200ms'");
      execute(connection, "update counter set value = 1 where name = 'subscription'");

      database
          .database()
          .write()
          .sql("update counter set value = 2 where name = 'subscription'")
          .update();

      assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    }
  }

  private static String show(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
