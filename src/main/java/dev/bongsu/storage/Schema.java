package dev.bongsu.storage;

import java.util.Map;
import org.flywaydb.core.Flyway;

/// The tables, brought to today's shape by Flyway.
public final class Schema {
  private Schema() {}

  /// Applies the migrations that are not applied yet. Safe to call from several nodes at once.
  ///
  /// @throws org.flywaydb.core.api.FlywayException if a migration fails or was changed afterwards
  public static void migrate(DataSources sources) {
    Flyway.configure()
        .dataSource(sources.write())
        .locations("classpath:db/migration")
        .placeholders(Map.of("id", sources.dialect().idColumn()))
        .load()
        .migrate();
  }
}
