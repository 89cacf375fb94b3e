package dev.bongsu.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/// The tables, brought to today's shape by Flyway.
public final class Schema {
  private Schema() {}

  /// Applies the migrations that are not applied yet. Safe to call from several nodes at once.
  ///
  /// @throws org.flywaydb.core.api.FlywayException if a migration fails or was changed afterwards
  public static void migrate(DataSources sources) {
    flyway(sources).migrate();
  }

  /// Compares the tables with the migrations, and changes nothing.
  public static SchemaState state(DataSources sources) {
    MigrationInfoService info = flyway(sources).info();
    List<String> problems =
        Arrays.stream(info.all())
            .filter(Schema::isInconsistent)
            .map(migration -> "migration %s is not as it was".formatted(migration.getVersion()))
            .toList();
    return new SchemaState(info.applied().length, info.pending().length, problems);
  }

  /// A failed one, one of a later version of the program, or one that was edited afterwards.
  private static boolean isInconsistent(MigrationInfo migration) {
    return migration.getState().isFailed()
        || (migration.getState().isApplied()
            && !(migration.getState().isResolved() && migration.isChecksumMatching()));
  }

  private static Flyway flyway(DataSources sources) {
    return Flyway.configure()
        .dataSource(sources.write())
        .locations("classpath:db/migration")
        .placeholders(Map.of("id", sources.dialect().idColumn()))
        .load();
  }
}
