package dev.bongsu.delivery;

import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.delivery.DeliveryStore.Head;
import dev.bongsu.storage.Claim;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkQueue;
import dev.bongsu.subscription.ChatStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what is sent next on the platforms of this process: replies before alerts, as fast as
/// the platform allows and no faster.
///
/// One transaction claims the chat, takes a permit and records that the send begins, before
/// anything is sent.
public final class DeliveryDispatcher implements WorkQueue<ClaimedDelivery> {
  /// One in ten of the concurrent sends is reserved for replies.
  private static final int RESERVED_FOR_REPLIES =
      Math.ceilDiv(ChatDelivery.MAX_CONCURRENT_SENDS, 10);

  /// Few, so that each message is sent as soon as its permit is taken. With 30 at a time the
  /// permits' second would begin only when all are recorded.
  private static final int MAX_CLAIMS_AT_ONCE = 4;

  private final Database database;
  private final ChatQueueStore queue;
  private final DeliveryStore deliveries;
  private final TokenRateLimiter limiter;
  private final ChatStore chats;
  private final List<ChatSender> senders;
  private final AlertBatcher batcher;

  /// @param senders one for each platform this process sends to
  public DeliveryDispatcher(
      Database database,
      ChatQueueStore queue,
      DeliveryStore deliveries,
      TokenRateLimiter limiter,
      ChatStore chats,
      List<ChatSender> senders,
      DeliverySettings settings) {
    this.database = database;
    this.queue = queue;
    this.deliveries = deliveries;
    this.limiter = limiter;
    this.chats = chats;
    this.senders = List.copyOf(senders);
    this.batcher = new AlertBatcher(queue, deliveries, settings);
  }

  @Override
  public String table() {
    return OutboxStore.TABLE;
  }

  @Override
  public List<ClaimedDelivery> claim(int max) {
    List<ClaimedDelivery> claimed = new ArrayList<>();
    for (ChatSender sender : senders) {
      int left = max - claimed.size();
      if (left > 0) {
        claimed.addAll(claimDue(sender, left, left - RESERVED_FOR_REPLIES));
      }
    }
    return claimed;
  }

  /// The platform's rate allows the next message between ticks.
  @Override
  public Optional<Instant> nextDue() {
    return senders.stream()
        .flatMap(sender -> nextDue(sender).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> nextDue(ChatSender sender) {
    if (!limiter.isAvailable(sender)) {
      return limiter.availableFrom(sender);
    }
    boolean waitsForPermit =
        limiter.isRateLimited(sender.platform()) && queue.isAnyDue(sender.platform());
    return waitsForPermit
        ? Optional.of(limiter.nextPermit(sender, firstPriority(sender)))
        : queue.nextDue(sender.platform());
  }

  @Override
  public boolean renew(ClaimedDelivery sending) {
    return queue.renew(sending.claim());
  }

  /// The message may have been sent already; it is sent again.
  @Override
  public void release(ClaimedDelivery sending) {
    releaseAfter(sending, () -> {});
  }

  /// Releases a chat and makes its next message due, with a change that belongs to it, in one
  /// transaction.
  ///
  /// @return false if the claim was lost: the change is not made
  boolean releaseAfter(ClaimedDelivery sending, Runnable change) {
    return database.inTransaction(
        () -> {
          if (!queue.release(sending.claim())) {
            return false;
          }
          change.run();
          reschedule(sending.claim());
          return true;
        });
  }

  private void reschedule(Claim chat) {
    queue.reschedule(chat.id(), deliveries.heads(chat.id()));
  }

  /// The conditions are read before the transaction, because on SQLite a transaction blocks all
  /// other writers.
  private List<ClaimedDelivery> claimDue(ChatSender sender, int max, int maxAlerts) {
    limiter.register(sender);
    boolean mayStart =
        limiter.isAvailable(sender)
            && queue.isAnyDue(sender.platform())
            && !limiter.mustWait(sender, firstPriority(sender));
    int most = Math.min(max, MAX_CLAIMS_AT_ONCE);
    return mayStart ? database.inTransaction(() -> startDue(sender, most, maxAlerts)) : List.of();
  }

  private DeliveryPriority firstPriority(ChatSender sender) {
    return queue.isDue(sender.platform(), DeliveryPriority.REPLY)
        ? DeliveryPriority.REPLY
        : DeliveryPriority.ALERT;
  }

  private List<ClaimedDelivery> startDue(ChatSender sender, int max, int maxAlerts) {
    return limiter.isRateLimited(sender.platform())
        ? startRateLimited(sender, max, maxAlerts)
        : startAll(claimChats(sender.platform(), max, maxAlerts), List.of());
  }

  private List<ClaimedDelivery> startRateLimited(ChatSender sender, int max, int maxAlerts) {
    AlertPacer pacer = limiter.alertPacer(sender);
    List<Claim> permits = limiter.claimPermits(sender, max);
    int alerts = Math.min(maxAlerts, pacer.allowed());
    List<ClaimedDelivery> started =
        startAll(claimChats(sender.platform(), permits.size(), alerts), permits);
    long startedAlerts =
        started.stream().filter(one -> one.delivery().priority() == DeliveryPriority.ALERT).count();
    if (startedAlerts > 0) {
      limiter.setAlertAllowed(sender, pacer.nextAfter(startedAlerts));
    }
    return started;
  }

  /// Releases the permits that are not needed.
  private List<ClaimedDelivery> startAll(List<ClaimedChat> claimed, List<Claim> permits) {
    List<ClaimedDelivery> started = new ArrayList<>();
    for (ClaimedChat chat : claimed) {
      @Nullable Claim permit = started.size() < permits.size() ? permits.get(started.size()) : null;
      start(chat, permit).ifPresent(started::add);
    }
    permits.stream().skip(started.size()).forEach(limiter::release);
    return started;
  }

  /// Claims one chat of a channel at most.
  private List<ClaimedChat> claimChats(Platform platform, int max, int maxAlerts) {
    List<ClaimedChat> replies = queue.claim(platform, DeliveryPriority.REPLY, max);
    int left = Math.min(max - replies.size(), maxAlerts);
    List<ClaimedChat> alerts = queue.claim(platform, DeliveryPriority.ALERT, left);
    Map<String, ClaimedChat> channels = new LinkedHashMap<>();
    Stream.concat(replies.stream(), alerts.stream())
        .forEach(
            chat -> {
              if (channels.putIfAbsent(chat.channelKey(), chat) != null) {
                queue.release(chat.claim());
              }
            });
    return List.copyOf(channels.values());
  }

  private Optional<ClaimedDelivery> start(ClaimedChat chat, @Nullable Claim permit) {
    Optional<Head> due = chat.state().firstDue(deliveries.heads(chat.id()), chat.claimedAt());
    if (due.isPresent() && due.get().delivery().content() instanceof Content.Alert alert) {
      due = batcher.apply(chat, due.get(), alert.article());
    }
    if (due.isEmpty()) {
      return release(chat);
    }
    Head head = due.get();
    if (head.interrupted() && RetryPolicy.isExhausted(head.delivery().attempts())) {
      deliveries.markDead(head.delivery(), "the process ended during each of its sends");
      return release(chat);
    }
    Delivery delivery = head.interrupted() ? head.delivery().withAmbiguousSend() : head.delivery();
    deliveries.markSending(delivery);
    return Optional.of(
        new ClaimedDelivery(
            chat.claim(),
            chats.get(new ChatKey(chat.id())).orElseThrow(),
            delivery.withAttempt(),
            head.interrupted(),
            permit,
            chat.claimedAt()));
  }

  private Optional<ClaimedDelivery> release(ClaimedChat chat) {
    Optional<Instant> held = batcher.heldUntil(chat);
    queue.release(chat.claim());
    reschedule(chat.claim());
    held.ifPresent(until -> queue.postponeAlerts(chat.id(), until));
    return Optional.empty();
  }
}
