package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.delivery.DeliveryStore.Head;
import dev.bongsu.delivery.DeliveryStore.WaitingAlerts;
import dev.bongsu.storage.Claim;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides what is sent next: replies before alerts, as fast as the platform allows and no faster.
///
/// All of it is one transaction: the chat is claimed, a permit taken, and the send written down as
/// begun, before anything leaves.
final class DeliveryDispatcher {
  private static final int MAX_ALERTS_PER_DIGEST = 500;
  private static final int MAX_SINGLE_ALERTS_AFTER_OUTAGE = 10;

  /// Few, so that each leaves as soon as its permit is taken: with 30 at a time the permits' second
  /// would begin when all are written down.
  private static final int MAX_CLAIMS_AT_ONCE = 4;

  private final OutboxTables tables;
  private final ChatStore chats;
  private final DeliverySettings settings;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  DeliveryDispatcher(OutboxTables tables, ChatStore chats, DeliverySettings settings) {
    this.tables = tables;
    this.chats = chats;
    this.settings = settings;
  }

  /// Takes what may be sent now through one sender.
  ///
  /// @param atMostAlerts how many of them may be alerts
  List<ClaimedDelivery> claimDue(ChatSender sender, int atMost, int atMostAlerts) {
    register(sender);
    if (!isAccountAvailable(sender)
        || !tables.queue().isAnyDue(sender.platform())
        || waitsForPermit(sender)) {
      return List.of();
    }
    return tables
        .database()
        .inTransaction(() -> startDue(sender, Math.min(atMost, MAX_CLAIMS_AT_ONCE), atMostAlerts));
  }

  /// When something may be sent through a sender that may not be now; empty if nobody knows.
  Optional<Instant> nextDue(ChatSender sender) {
    Optional<Instant> open = tables.accounts().availableFrom(sender.account());
    if (open.isEmpty() || open.get().isAfter(now())) {
      return open;
    }
    boolean waitsForPermit = isRateLimited(sender) && tables.queue().isAnyDue(sender.platform());
    return waitsForPermit
        ? Optional.of(nextPermit(sender))
        : tables.queue().nextDue(sender.platform());
  }

  /// Looked at before the transaction, because on SQLite each holds up all that write.
  private boolean waitsForPermit(ChatSender sender) {
    return isRateLimited(sender) && nextPermit(sender).isAfter(now());
  }

  /// When the next send may begin, if anything is due.
  private Instant nextPermit(ChatSender sender) {
    Instant free = tables.permits().nextFree(sender.account(), perSecond(sender.platform()));
    Instant alert = Instant.ofEpochMilli(tables.accounts().alertAllowedMillis(sender.account()));
    boolean isOfAlerts = !tables.queue().isDue(sender.platform(), DeliveryPriority.REPLY);
    return isOfAlerts && alert.isAfter(free) ? alert : free;
  }

  private void register(ChatSender sender) {
    tables.accounts().registerOrRevive(sender.account());
    if (!registered.contains(sender.account())) {
      tables.permits().addMissing(sender.account(), perSecond(sender.platform()));
      registered.add(sender.account());
    }
  }

  private boolean isAccountAvailable(ChatSender sender) {
    return tables
        .accounts()
        .availableFrom(sender.account())
        .filter(from -> !from.isAfter(now()))
        .isPresent();
  }

  private List<ClaimedDelivery> startDue(ChatSender sender, int atMost, int atMostAlerts) {
    return isRateLimited(sender)
        ? startRateLimited(sender, atMost, atMostAlerts)
        : startSends(claimChats(sender.platform(), atMost, atMostAlerts), List.of());
  }

  private List<ClaimedDelivery> startRateLimited(ChatSender sender, int atMost, int atMostAlerts) {
    String account = sender.account();
    AlertPacer evenly = AlertPacer.ofRate(perSecond(sender.platform()));
    long now = now().toEpochMilli();
    long from = tables.accounts().alertAllowedMillis(account);
    List<Claim> permits = tables.permits().claim(account, perSecond(sender.platform()), atMost);
    int alerts = Math.min(atMostAlerts, evenly.allowed(from, now));
    List<ClaimedDelivery> begun =
        startSends(claimChats(sender.platform(), permits.size(), alerts), permits);
    long begunAlerts =
        begun.stream().filter(one -> one.delivery().priority() == DeliveryPriority.ALERT).count();
    if (begunAlerts > 0) {
      tables.accounts().setAlertAllowedMillis(account, evenly.nextAfter(from, now, begunAlerts));
    }
    return begun;
  }

  /// Permits that are not needed are given back.
  private List<ClaimedDelivery> startSends(List<Claim> claims, List<Claim> permits) {
    List<ClaimedDelivery> begun = new ArrayList<>();
    for (Claim claim : claims) {
      @Nullable Claim permit = begun.size() < permits.size() ? permits.get(begun.size()) : null;
      startSends(claim, permit).ifPresent(begun::add);
    }
    permits.stream().skip(begun.size()).forEach(tables.permits()::release);
    return begun;
  }

  /// Of one place only one chat.
  private List<Claim> claimChats(Platform platform, int atMost, int atMostAlerts) {
    List<Claim> replies = tables.queue().claim(platform, DeliveryPriority.REPLY, atMost);
    int left = Math.min(atMost - replies.size(), atMostAlerts);
    List<Claim> alerts = tables.queue().claim(platform, DeliveryPriority.ALERT, left);
    if (replies.size() + alerts.size() == 1) {
      return replies.isEmpty() ? alerts : replies;
    }
    Map<String, Claim> places = new LinkedHashMap<>();
    Stream.concat(replies.stream(), alerts.stream())
        .forEach(
            claim -> {
              if (places.putIfAbsent(tables.queue().channelKeyOf(claim.id()), claim) != null) {
                tables.queue().release(claim);
              }
            });
    return List.copyOf(places.values());
  }

  private Optional<ClaimedDelivery> startSends(Claim claim, @Nullable Claim permit) {
    Chat chat = chats.get(new ChatKey(claim.id())).orElseThrow();
    Optional<Head> due = firstDue(claim.id());
    if (due.isPresent() && due.get().delivery().content() instanceof Content.Alert alert) {
      due = applyBatching(claim.id(), due.get(), alert.article());
    }
    if (due.isEmpty()) {
      return release(claim, chat);
    }
    Head head = due.get();
    if (head.interrupted() && RetryPolicy.isExhausted(head.delivery().attempts())) {
      tables.deliveries().markDead(head.delivery(), "the process ended during each of its sends");
      return release(claim, chat);
    }
    Delivery delivery = head.interrupted() ? head.delivery().withAmbiguousSend() : head.delivery();
    tables.deliveries().markSending(delivery);
    return Optional.of(
        new ClaimedDelivery(
            claim, chat, delivery.withAttempt(), head.interrupted(), permit, now()));
  }

  private Optional<ClaimedDelivery> release(Claim claim, Chat chat) {
    Optional<Instant> held = heldUntil(claim.id());
    tables.queue().release(claim);
    tables.schedule().reschedule(chat.key());
    held.ifPresent(until -> tables.queue().postponeAlerts(claim.id(), until));
    return Optional.empty();
  }

  /// The first that may go now.
  private Optional<Head> firstDue(long chat) {
    ChatQueue state = tables.queue().get(chat);
    long now = now().toEpochMilli();
    return tables.deliveries().heads(chat).stream()
        .filter(head -> Math.max(head.dueMillis(), state.earliestMillis(head.priority())) <= now)
        .findFirst();
  }

  /// What goes in the place of an alert; empty if the chat has had enough for now.
  private Optional<Head> applyBatching(long chat, Head alert, ArticleId article) {
    boolean enough =
        tables.deliveries().reachedSingleAlertLimit(article, chat, MAX_SINGLE_ALERTS_AFTER_OUTAGE);
    return switch (decide(chat, enough)) {
      case BatchingPolicy.Decision.SendSingly() -> Optional.of(alert);
      case BatchingPolicy.Decision.Hold _ -> {
        tables.queue().holdAlerts(chat);
        yield Optional.empty();
      }
      case BatchingPolicy.Decision.SendDigest() -> {
        ChatQueue state = tables.queue().get(chat);
        long hour = BatchingPolicy.hourStartAt(state, now());
        tables.deliveries().batchIntoDigests(chat, MAX_ALERTS_PER_DIGEST);
        tables.queue().recordDigest(chat, hour, BatchingPolicy.alertsInHour(state, hour));
        yield firstDue(chat);
      }
    };
  }

  private BatchingPolicy.Decision decide(long chat, boolean enough) {
    ChatQueue state = tables.queue().get(chat);
    if (!enough && BatchingPolicy.isWithinLimit(state, settings.maxPerHour(), now())) {
      return new BatchingPolicy.Decision.SendSingly();
    }
    WaitingAlerts waiting = tables.deliveries().waitingAlerts(chat);
    return BatchingPolicy.decide(state, waiting.oldest(), waiting.newest(), now());
  }

  private Optional<Instant> heldUntil(long chat) {
    boolean holds = tables.queue().get(chat).holding();
    return holds && decide(chat, false) instanceof BatchingPolicy.Decision.Hold(Instant until)
        ? Optional.of(until)
        : Optional.empty();
  }

  private boolean isRateLimited(ChatSender sender) {
    return perSecond(sender.platform()) > 0;
  }

  /// Messages that a token may send in a second; 0 where only chats are counted.
  private int perSecond(Platform platform) {
    return switch (platform) {
      case TELEGRAM -> settings.telegramPerSecond();
      case SLACK, CONSOLE -> 0;
    };
  }

  private Instant now() {
    return tables.clock().instant();
  }
}
