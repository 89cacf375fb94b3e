package dev.bongsu.web;

import dev.bongsu.storage.Database;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the database answers: without it the bot is not ready, and does nothing.
public final class StorageHealth implements HealthIndicator {
  private final Database database;

  public StorageHealth(Database database) {
    this.database = database;
  }

  @Override
  public Health health() {
    try {
      database.ping();
      return Health.up().build();
    } catch (RuntimeException _) {
      return Health.down().withDetail("reason", "the database does not answer").build();
    }
  }
}
