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
  private final QueueStore queue;
  private final SendingStore sending;
  private final PermitStore permits;
  private final AccountStore accounts;
  private final Dues dues;

  public OutboxTables(Database database, InstantSource clock, LeaseSettings leases) {
    this.database = database;
    this.clock = clock;
    this.lease = leases.duration();
    this.queue = new QueueStore(database, clock, leases);
    this.sending = new SendingStore(database, clock);
    this.permits = new PermitStore(database, clock);
    this.accounts = new AccountStore(database, clock);
    this.dues = new Dues(queue, sending);
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

  QueueStore queue() {
    return queue;
  }

  SendingStore sending() {
    return sending;
  }

  PermitStore permits() {
    return permits;
  }

  AccountStore accounts() {
    return accounts;
  }

  Dues dues() {
    return dues;
  }
}
