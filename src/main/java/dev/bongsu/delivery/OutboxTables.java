package dev.bongsu.delivery;

import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import java.time.Duration;
import java.time.InstantSource;

/// The outbox's tables together, as those who send need them.
public final class OutboxTables {
  private final Database database;
  private final InstantSource clock;
  private final Duration lease;
  private final ChatQueueStore queue;
  private final DeliveryStore deliveries;
  private final PermitStore permits;
  private final AccountStore accounts;
  private final ChatSchedule schedule;

  public OutboxTables(Database database, InstantSource clock, LeaseSettings leases) {
    this.database = database;
    this.clock = clock;
    this.lease = leases.duration();
    this.queue = new ChatQueueStore(database, clock, leases);
    this.deliveries = new DeliveryStore(database, clock);
    this.permits = new PermitStore(database, clock);
    this.accounts = new AccountStore(database, clock);
    this.schedule = new ChatSchedule(queue, deliveries);
  }

  Database database() {
    return database;
  }

  InstantSource clock() {
    return clock;
  }

  Duration lease() {
    return lease;
  }

  ChatQueueStore queue() {
    return queue;
  }

  DeliveryStore deliveries() {
    return deliveries;
  }

  PermitStore permits() {
    return permits;
  }

  AccountStore accounts() {
    return accounts;
  }

  ChatSchedule schedule() {
    return schedule;
  }
}
