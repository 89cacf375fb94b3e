package dev.bongsu.delivery;

import dev.bongsu.access.AccessStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.subscription.SubscriptionStore;

/// What follows a chat when it moves, goes or comes back: subscriptions, feeds, access, and
/// messages that wait.
public final class ChatMerger {
  private final OutboxStore outbox;
  private final SubscriptionStore subscriptions;
  private final KeeperStore keepers;

  private final AccessStore access;
  private final InboxStore inbox;

  public ChatMerger(
      OutboxStore outbox,
      SubscriptionStore subscriptions,
      KeeperStore keepers,
      AccessStore access,
      InboxStore inbox) {
    this.outbox = outbox;
    this.subscriptions = subscriptions;
    this.keepers = keepers;
    this.access = access;
    this.inbox = inbox;
  }

  /// What is kept by a chat's id goes to its new one: its access, and commands that wait. In the
  /// caller's transaction.
  void changeId(ChatId from, String channel) {
    access.moveGrant(from, channel);
    inbox.moveChat(from, channel);
  }

  /// The feeds that only this chat kept rest until it is back.
  void onGone() {
    keepers.stopFeedsWithoutKeepers();
  }

  void onReturned(ChatKey chat) {
    keepers.restartFeedsOf(chat);
  }

  /// In the caller's transaction.
  void merge(ChatKey from, ChatKey to) {
    outbox.move(from, to);
    subscriptions.move(from, to);
    keepers.move(from, to);
    keepers.restartFeedsOf(to);
    outbox.wake(from);
    outbox.wake(to);
  }
}
