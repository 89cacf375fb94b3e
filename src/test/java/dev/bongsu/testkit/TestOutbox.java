package dev.bongsu.testkit;

import dev.bongsu.chat.Operator;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.delivery.ChatComings;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.OutboxTables;
import dev.bongsu.delivery.Tokens;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatPresenceStore;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The outbox's parts that a platform's listener needs, on one database.
public final class TestOutbox implements Operator {
  private final OutboxTables tables;
  private final ChatComings comings;
  private final List<String> told = new CopyOnWriteArrayList<>();

  public TestOutbox(TestDatabase database, TestClock clock) {
    Database base = database.database();
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    this.tables = new OutboxTables(base, clock, leases);
    this.comings =
        new ChatComings(
            tables,
            new OutboxStore(base, clock, leases, database.nudges()),
            new ChatStore(base, clock),
            new ChatPresenceStore(base, clock),
            new SubscriptionStore(base, clock),
            new KeeperStore(base));
  }

  public ChatComings comings() {
    return comings;
  }

  public Tokens tokens() {
    return new Tokens(tables, this);
  }

  @Override
  public void tell(OperatorNotice notice, String subject, String detail) {
    told.add("%s %s %s".formatted(notice.code(), subject, detail));
  }

  /// What the operator was told.
  public List<String> told() {
    return List.copyOf(told);
  }
}
