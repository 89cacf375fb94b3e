package dev.bongsu.delivery;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.subscription.SubscriptionStore;

/// Gives everything of one chat to another: subscriptions, feeds, and messages that wait.
public final class ChatMerger {
  private final OutboxStore outbox;
  private final SubscriptionStore subscriptions;
  private final KeeperStore keepers;

  public ChatMerger(OutboxStore outbox, SubscriptionStore subscriptions, KeeperStore keepers) {
    this.outbox = outbox;
    this.subscriptions = subscriptions;
    this.keepers = keepers;
  }

  /// In the caller's transaction.
  void merge(ChatKey from, ChatKey to) {
    outbox.move(from, to);
    subscriptions.move(from, to);
    keepers.move(from, to);
    outbox.wake(from);
    outbox.wake(to);
  }
}
