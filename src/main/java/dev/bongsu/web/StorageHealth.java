package dev.bongsu.web;

import dev.bongsu.storage.Database;
import dev.bongsu.storage.StorageWatch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the database answers and takes writes, and our clock is its: without that the bot is not
/// ready, and does nothing.
public final class StorageHealth implements HealthIndicator {
  private final Database database;
  private final StorageWatch watch;

  public StorageHealth(Database database, StorageWatch watch) {
    this.database = database;
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch.trouble().map(StorageHealth::down).orElseGet(this::ask);
  }

  private Health ask() {
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
