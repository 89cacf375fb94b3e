package dev.bongsu.web;

import dev.bongsu.storage.Database;
import dev.bongsu.storage.StorageMonitor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the database takes writes and our clock agrees with its clock. Otherwise the bot is not
/// ready, and its pipeline is paused.
public final class StorageHealth implements HealthIndicator {
  private final Database database;
  private final StorageMonitor monitor;

  public StorageHealth(Database database, StorageMonitor watch) {
    this.database = database;
    this.monitor = watch;
  }

  @Override
  public Health health() {
    return monitor.problem().map(problem -> down(problem.description())).orElseGet(this::ping);
  }

  private Health ping() {
    try {
      database.ping();
      return Health.up().build();
    } catch (RuntimeException _) {
      return down("the database does not answer");
    }
  }

  private static Health down(String reason) {
    return Health.down().withDetail("reason", reason).build();
  }
}
