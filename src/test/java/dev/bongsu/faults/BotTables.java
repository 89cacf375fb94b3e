package dev.bongsu.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A look into the bot's tables from outside.
///
/// @param address with user and password where it needs them
record BotTables(String address) {

  static BotTables sqlite(Path folder) {
    return new BotTables("jdbc:sqlite:" + folder.resolve("data").resolve("bongsu.db"));
  }

  /// How many sends were begun and have no result.
  long inFlight() {
    return count("delivery where state = 'sending'");
  }

  /// How many rows somebody holds.
  long leased() {
    return count("feed where lease_until_ms > 0")
        + count("article where lease_until_ms > 0")
        + count("chat_queue where lease_until_ms > 0")
        + count("inbox where lease_until_ms > 0");
  }

  long count(String from) {
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
