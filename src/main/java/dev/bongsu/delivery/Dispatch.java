package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.delivery.SendingStore.Head;
import dev.bongsu.delivery.SendingStore.Waiting;
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
final class Dispatch {
  private static final int MOST_IN_A_DIGEST = 500;
  private static final int SINGLY_AFTER_AN_OUTAGE = 10;

  /// Few, so that each leaves as soon as its permit is taken: with 30 at a time the permits' second
  /// would begin when all are written down.
  private static final int MOST_AT_ONCE = 4;

  private final OutboxTables tables;
  private final ChatStore chats;
  private final DeliverySettings settings;
  private final Set<String> started = ConcurrentHashMap.newKeySet();

  Dispatch(OutboxTables tables, ChatStore chats, DeliverySettings settings) {
    this.tables = tables;
    this.chats = chats;
    this.settings = settings;
  }

  /// Takes what may be sent now through one sender.
  ///
  /// @param atMostAlerts how many of them may be alerts
  List<Sending> take(ChatSender sender, int atMost, int atMostAlerts) {
    start(sender);
    if (!isOpen(sender) || !tables.queue().isAnyDue(sender.platform()) || waitsForPermit(sender)) {
      return List.of();
    }
    return tables
        .database()
        .inTransaction(() -> takeDue(sender, Math.min(atMost, MOST_AT_ONCE), atMostAlerts));
  }

  /// When something may be sent through a sender that may not be now; empty if nobody knows.
  Optional<Instant> next(ChatSender sender) {
    Optional<Instant> open = tables.accounts().openFrom(sender.account());
    if (open.isEmpty() || open.get().isAfter(now())) {
      return open;
    }
    boolean waitsForPermit = isLimited(sender) && tables.queue().isAnyDue(sender.platform());
    return waitsForPermit
        ? Optional.of(nextPermit(sender))
        : tables.queue().nextDue(sender.platform());
  }

  /// Looked at before the transaction, because on SQLite each holds up all that write.
  private boolean waitsForPermit(ChatSender sender) {
    return isLimited(sender) && nextPermit(sender).isAfter(now());
  }

  /// When the next send may begin, if anything is due.
  private Instant nextPermit(ChatSender sender) {
    Instant free = tables.permits().nextFree(sender.account(), perSecond(sender.platform()));
    Instant alert = Instant.ofEpochMilli(tables.accounts().alertFrom(sender.account()));
    boolean isOfAlerts = !tables.queue().isDue(sender.platform(), Urgency.REPLY);
    return isOfAlerts && alert.isAfter(free) ? alert : free;
  }

  private void start(ChatSender sender) {
    tables.accounts().start(sender.account());
    if (!started.contains(sender.account())) {
      tables.permits().ensure(sender.account(), perSecond(sender.platform()));
      started.add(sender.account());
    }
  }

  private boolean isOpen(ChatSender sender) {
    return tables
        .accounts()
        .openFrom(sender.account())
        .filter(from -> !from.isAfter(now()))
        .isPresent();
  }

  private List<Sending> takeDue(ChatSender sender, int atMost, int atMostAlerts) {
    return isLimited(sender)
        ? takeLimited(sender, atMost, atMostAlerts)
        : begin(claim(sender.platform(), atMost, atMostAlerts), List.of());
  }

  private List<Sending> takeLimited(ChatSender sender, int atMost, int atMostAlerts) {
    String account = sender.account();
    EvenAlerts evenly = EvenAlerts.at(perSecond(sender.platform()));
    long now = now().toEpochMilli();
    long from = tables.accounts().alertFrom(account);
    List<Claim> permits = tables.permits().take(account, perSecond(sender.platform()), atMost);
    int alerts = Math.min(atMostAlerts, evenly.allowed(from, now));
    List<Sending> begun = begin(claim(sender.platform(), permits.size(), alerts), permits);
    long begunAlerts =
        begun.stream().filter(one -> one.delivery().urgency() == Urgency.ALERT).count();
    if (begunAlerts > 0) {
      tables.accounts().setAlertFrom(account, evenly.after(from, now, begunAlerts));
    }
    return begun;
  }

  /// Permits that are not needed are given back.
  private List<Sending> begin(List<Claim> claims, List<Claim> permits) {
    List<Sending> begun = new ArrayList<>();
    for (Claim claim : claims) {
      @Nullable Claim permit = begun.size() < permits.size() ? permits.get(begun.size()) : null;
      begin(claim, permit).ifPresent(begun::add);
    }
    permits.stream().skip(begun.size()).forEach(tables.permits()::giveBack);
    return begun;
  }

  /// Of one place only one chat.
  private List<Claim> claim(Platform platform, int atMost, int atMostAlerts) {
    List<Claim> replies = tables.queue().claim(platform, Urgency.REPLY, atMost);
    int left = Math.min(atMost - replies.size(), atMostAlerts);
    List<Claim> alerts = tables.queue().claim(platform, Urgency.ALERT, left);
    if (replies.size() + alerts.size() == 1) {
      return replies.isEmpty() ? alerts : replies;
    }
    Map<String, Claim> places = new LinkedHashMap<>();
    Stream.concat(replies.stream(), alerts.stream())
        .forEach(
            claim -> {
              if (places.putIfAbsent(tables.queue().placeOf(claim.id()), claim) != null) {
                tables.queue().release(claim);
              }
            });
    return List.copyOf(places.values());
  }

  private Optional<Sending> begin(Claim claim, @Nullable Claim permit) {
    Chat chat = chats.get(new ChatKey(claim.id())).orElseThrow();
    Optional<Head> due = due(claim.id());
    if (due.isPresent() && due.get().delivery().content() instanceof Content.AlertAbout alert) {
      due = inStorm(claim.id(), due.get(), alert.article());
    }
    if (due.isEmpty()) {
      return giveBack(claim, chat);
    }
    Head head = due.get();
    if (head.interrupted() && RetryPolicy.isSpent(head.delivery().attempts())) {
      tables.sending().dead(head.delivery(), "the process ended during each of its sends");
      return giveBack(claim, chat);
    }
    Delivery delivery = head.interrupted() ? head.delivery().doubted() : head.delivery();
    tables.sending().begin(delivery);
    return Optional.of(
        new Sending(claim, chat, delivery.begun(), head.interrupted(), permit, now()));
  }

  private Optional<Sending> giveBack(Claim claim, Chat chat) {
    Optional<Instant> held = heldUntil(claim.id());
    tables.queue().release(claim);
    tables.dues().set(chat.key());
    held.ifPresent(until -> tables.queue().postpone(claim.id(), until));
    return Optional.empty();
  }

  /// The first that may go now.
  private Optional<Head> due(long chat) {
    Queue state = tables.queue().get(chat);
    long now = now().toEpochMilli();
    return tables.sending().heads(chat).stream()
        .filter(head -> Math.max(head.dueMillis(), state.fromMillis(head.urgency())) <= now)
        .findFirst();
  }

  /// What goes in the place of an alert; empty if the chat has had enough for now.
  private Optional<Head> inStorm(long chat, Head alert, ArticleId article) {
    boolean enough = tables.sending().isEnoughOf(article, chat, SINGLY_AFTER_AN_OUTAGE);
    return switch (turn(chat, enough)) {
      case StormRule.Turn.Alert() -> Optional.of(alert);
      case StormRule.Turn.Hold _ -> {
        tables.queue().hold(chat);
        yield Optional.empty();
      }
      case StormRule.Turn.Digest() -> {
        Queue state = tables.queue().get(chat);
        long hour = StormRule.hourOf(state, now());
        tables.sending().gather(chat, MOST_IN_A_DIGEST);
        tables.queue().startAfterDigest(chat, hour, StormRule.alertsIn(state, hour));
        yield due(chat);
      }
    };
  }

  private StormRule.Turn turn(long chat, boolean enough) {
    Queue state = tables.queue().get(chat);
    if (!enough && StormRule.isCalm(state, settings.maxPerHour(), now())) {
      return new StormRule.Turn.Alert();
    }
    Waiting waiting = tables.sending().waitingAlerts(chat);
    return StormRule.of(state, waiting.oldest(), waiting.newest(), now());
  }

  private Optional<Instant> heldUntil(long chat) {
    boolean holds = tables.queue().get(chat).holding();
    return holds && turn(chat, false) instanceof StormRule.Turn.Hold(Instant until)
        ? Optional.of(until)
        : Optional.empty();
  }

  private boolean isLimited(ChatSender sender) {
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
