package dev.bongsu.cli;

import dev.bongsu.storage.DataSources;
import dev.bongsu.storage.Schema;
import dev.bongsu.storage.SchemaState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What an operator does about a database that a command cannot work with.
final class DatabaseFailure {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailure.class);

  private DatabaseFailure() {}

  /// One sentence.
  static String describe(Parts parts, DataAccessException failure) {
    try {
      SchemaState state = Schema.state(parts.get(DataSources.class));
      if (!state.problems().isEmpty()) {
        return "the database is of another version of Bongsu; see: doctor";
      }
      if (state.pending()) {
        return "the database has no tables yet: start the bot once";
      }
    } catch (RuntimeException e) {
      LOG.info("The database cannot be examined", e);
    }
    LOG.info("The database failed", failure);
    return "the database cannot be used now; see: doctor";
  }
}
