package dev.bongsu.testkit;

import dev.bongsu.access.AccessStore;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.OperatorReporter;
import dev.bongsu.chat.Secret;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.delivery.ChatMerger;
import dev.bongsu.delivery.ChatQueueStore;
import dev.bongsu.delivery.DeliverySettings;
import dev.bongsu.delivery.DeliveryStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.delivery.PlatformTokens;
import dev.bongsu.delivery.SilentTopics;
import dev.bongsu.delivery.TokenRateLimiter;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.LeaseSettings;
import dev.bongsu.storage.Nudges;
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
        lifecycle(
            base,
            clock,
            new OutboxStore(
                base,
                clock,
                database.nudges(),
                new ChatQueueStore(base, clock, leases),
                new DeliveryStore(base, clock)));
  }

  /// The lifecycle of chats over an outbox.
  public static ChatLifecycle lifecycle(Database base, TestClock clock, OutboxStore outbox) {
    ChatStore chats = new ChatStore(base, clock);
    ChatStateStore states = new ChatStateStore(base, clock);
    SubscriptionStore subscriptions = new SubscriptionStore(base, clock);
    LeaseSettings leases = new LeaseSettings(Duration.ofSeconds(60));
    ChatMerger merger =
        new ChatMerger(
            outbox,
            subscriptions,
            new KeeperStore(base, clock),
            new AccessStore(base, clock),
            new InboxStore(base, clock, leases, new Nudges(base)));
    ButtonSigner signer = new ButtonSigner(new Secret("key"), clock);
    return new ChatLifecycle(
        base,
        outbox,
        chats,
        states,
        merger,
        new SilentTopics(base, chats, states, subscriptions, merger, signer));
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
