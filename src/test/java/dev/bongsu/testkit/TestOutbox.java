package dev.bongsu.testkit;

import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.OperatorReporter;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeliverySettings;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.delivery.TokenRateLimiter;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.subscription.ChatStateStore;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The outbox's parts that a platform's listener needs, on one database.
public final class TestOutbox implements OperatorReporter {
  private final TokenRateLimiter limiter;
  private final ChatLifecycle lifecycle;
  private final List<String> notices = new CopyOnWriteArrayList<>();

  public TestOutbox(TestDatabase database, TestClock clock) {
    Database base = database.database();
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    this.limiter =
        new TokenRateLimiter(
            base,
            clock,
            new DeliverySettings(60, Duration.ZERO, 30, Duration.ZERO, 20, Duration.ZERO));
    this.lifecycle =
        new ChatLifecycle(
            base,
            new OutboxStore(
                base,
                clock,
                database.nudges(),
                new ChatQueueStore(base, clock, leases),
                new DeliveryStore(base, clock)),
            new ChatStore(base, clock),
            new ChatStateStore(base, clock),
            new SubscriptionStore(base, clock),
            new KeeperStore(base));
  }

  public ChatLifecycle lifecycle() {
    return lifecycle;
  }

  public PlatformTokens tokens() {
    return new PlatformTokens(limiter, this);
  }

  @Override
  public void report(OperatorNotice notice, String subject, String detail) {
    notices.add("%s %s %s".formatted(notice.code(), subject, detail));
  }

  /// What the operator was told.
  public List<String> notices() {
    return List.copyOf(notices);
  }
}
