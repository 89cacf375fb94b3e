package dev.bongsu.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/// The tables, created and updated by Flyway.
public final class Schema {
  private static final String FIRST_VERSION = "1";
  private static final String UNLIMITED_TIME = "set lock_timeout = 0; set statement_timeout = 0";
  private static final String UNRELEASED =
      "this database was made by a version before 0.1.0, start with an empty one";

  private Schema() {}

  /// Applies the migrations that are not applied yet. Safe to call from several nodes at once.
  ///
  /// @throws FlywayException if a migration fails or was changed afterwards
  public static void migrate(DataSources sources) {
    Flyway flyway = flyway(sources);
    try {
      flyway.migrate();
      if (sources.dialect() == Dialect.POSTGRESQL) {
        // those that migrated have no time limit
        sources.write().getHikariPoolMXBean().softEvictConnections();
      }
    } catch (FlywayValidateException e) {
      if (isUnreleased(flyway.info())) {
        throw new FlywayException(UNRELEASED);
      }
      throw e;
    }
  }

  /// Compares the tables with the migrations, and changes nothing.
  public static SchemaState state(DataSources sources) {
    MigrationInfoService info = flyway(sources).info();
    return new SchemaState(info.pending().length > 0, problems(info));
  }

  private static List<String> problems(MigrationInfoService info) {
    return isUnreleased(info)
        ? List.of(UNRELEASED)
        : Arrays.stream(info.all())
            .filter(Schema::isInconsistent)
            .map(migration -> "migration %s is not as it was".formatted(migration.getVersion()))
            .toList();
  }

  /// Whether the first version's tables are not those of the released first migration.
  private static boolean isUnreleased(MigrationInfoService info) {
    return Arrays.stream(info.applied())
        .filter(migration -> migration.getVersion().getVersion().equals(FIRST_VERSION))
        .anyMatch(migration -> !migration.isChecksumMatching());
  }

  /// A failed migration, one of a later version of the program, or one edited afterwards.
  private static boolean isInconsistent(MigrationInfo migration) {
    return migration.getState().isFailed()
        || (migration.getState().isApplied()
            && !(migration.getState().isResolved() && migration.isChecksumMatching()));
  }

  private static Flyway flyway(DataSources sources) {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(sources.write())
            .locations("classpath:db/migration")
            .placeholders(Map.of("id", sources.dialect().idColumn()));
    return sources.dialect() == Dialect.POSTGRESQL
        ? configuration.initSql(UNLIMITED_TIME).load()
        : configuration.load();
  }
}
