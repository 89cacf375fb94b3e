package dev.bongsu.delivery;

import dev.bongsu.alert.AlertWriter;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.chat.Translations;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes deliveries to their chats' platforms, one message at a time.
///
/// A send is written down before it begins and when it ended. If the process dies in between, the
/// delivery is sent again by whoever claims the chat next: at most one repeat, never a loss.
public final class ChatDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(ChatDelivery.class);

  /// One in so many of the sends under way is kept for replies.
  private static final int REPLY_SHARE_DIVISOR = 10;

  private final OutboxTables tables;
  private final DeliveryDispatcher dispatcher;
  private final AlertWriter alerts;
  private final Map<Platform, ChatSender> senders;
  private final OutcomeRecorder outcomes;

  /// @param senders one for each platform this process speaks to
  public ChatDelivery(
      OutboxTables tables,
      ChatStore chats,
      AlertWriter alerts,
      List<ChatSender> senders,
      DeliverySettings settings,
      OutcomeRecorder outcomes) {
    this.tables = tables;
    this.dispatcher = new DeliveryDispatcher(tables, chats, settings);
    this.alerts = alerts;
    this.senders =
        senders.stream().collect(Collectors.toMap(ChatSender::platform, Function.identity()));
    this.outcomes = outcomes;
  }

  /// Takes what may be sent now on the platforms this process speaks to; each is to be handed to
  /// [#send].
  ///
  /// @param slots how many sends may be under way at all
  /// @param atMost how many may begin now; at least 1
  public List<ClaimedDelivery> claim(int slots, int atMost) {
    int kept = Math.ceilDiv(slots, REPLY_SHARE_DIVISOR);
    List<ClaimedDelivery> taken = new ArrayList<>();
    for (ChatSender sender : senders.values()) {
      int left = atMost - taken.size();
      if (left > 0) {
        taken.addAll(dispatcher.claimDue(sender, left, left - kept));
      }
    }
    return taken;
  }

  /// When something may be sent that may not be now; empty if nobody knows.
  public Optional<Instant> nextDue() {
    return senders.values().stream()
        .flatMap(sender -> dispatcher.nextDue(sender).stream())
        .min(Comparator.naturalOrder());
  }

  public boolean renew(ClaimedDelivery sending) {
    return tables.queue().renew(sending.claim());
  }

  /// Gives a chat back whose send has not ended: its message may have arrived, and is sent again.
  public void release(ClaimedDelivery sending) {
    tables
        .database()
        .inTransaction(
            () -> {
              if (tables.queue().release(sending.claim())) {
                tables.schedule().reschedule(sending.chat().key());
              }
            });
  }

  /// Sends a message and writes down what became of it. What breaks before the platform has
  /// answered breaks this attempt only; what it answered is never forgotten for an error of ours.
  public void send(ClaimedDelivery sending) {
    outcomes.claimed(sending);
    if (isStale(sending)) {
      LOG.warn("Delivery {} was frozen before its send", sending.delivery().id().value());
      return;
    }
    ChatSender sender = Objects.requireNonNull(senders.get(sending.chat().id().platform()));
    Optional<Attempt> attempt = attempt(sending, sender);
    tables
        .database()
        .retryFor(
            tables.lease(),
            () -> attempt.ifPresentOrElse(outcomes::record, () -> outcomes.recordDropped(sending)));
  }

  /// Empty if nobody asks for it any more.
  private Optional<Attempt> attempt(ClaimedDelivery sending, ChatSender sender) {
    try {
      return render(sending).map(message -> sendNextPart(sending, message, sender));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Delivery {} failed", sending.delivery().id().value(), e);
      SendResult result =
          new SendResult.TemporaryFailure("an error of ours: " + e.getClass().getSimpleName());
      return Optional.of(new Attempt(sending, sender.account(), 1, now(), result));
    }
  }

  /// A process that was stopped for long may have lost the chat to another: then it must not send.
  private boolean isStale(ClaimedDelivery sending) {
    Duration half = tables.lease().dividedBy(2);
    return now().isAfter(sending.claimedAt().plus(half));
  }

  private Attempt sendNextPart(ClaimedDelivery sending, Message message, ChatSender sender) {
    Delivery delivery = sending.delivery();
    List<Supplier<SendResult>> sends =
        sender.prepare(sending.chat().id(), message, delivery.plainText());
    int part = delivery.partsSent();
    int left = sends.size() - part;
    if (left <= 0) {
      // All that was left was the note of a repeat that did not fit.
      return new Attempt(sending, sender.account(), 1, now(), new SendResult.Sent(""));
    }
    if (sending.isRetry() && !sender.isReachable()) {
      SendResult silent = new SendResult.Unreachable("was in trouble, and does not answer yet");
      return new Attempt(sending, sender.account(), left, now(), silent);
    }
    outcomes.sendStarted(sending);
    Instant sent = now();
    SendResult result = sends.get(part).get();
    outcomes.sendFinished(sending.chat().id().platform(), message, result);
    return new Attempt(sending, sender.account(), left, sent, result);
  }

  /// The message; empty if nobody asks for it any more.
  private Optional<Message> render(ClaimedDelivery sending) {
    Chat chat = sending.chat();
    Translations wording = Translations.in(chat.locale().language());
    String note = sending.mayBeRepeat() ? wording.text("delivery.repeat") : "";
    return switch (sending.delivery().content()) {
      case Content.Reply(Message.Text text) ->
          Optional.of(note.isEmpty() ? text : text.withNote(note));
      case Content.Alert(var article) ->
          alerts.write(chat, article).map(alert -> note.isEmpty() ? alert : alert.withNote(note));
      case Content.Digest() -> digest(sending, wording, note);
    };
  }

  private Optional<Message> digest(ClaimedDelivery sending, Translations wording, String note) {
    List<Message.Item> items =
        alerts.items(sending.chat(), tables.deliveries().articlesOf(sending.delivery().id()));
    if (items.isEmpty()) {
      return Optional.empty();
    }
    String heading = wording.text("alert.digest", items.size());
    return Optional.of(
        new Message.Digest(note.isEmpty() ? heading : heading + " · " + note, items));
  }

  private Instant now() {
    return tables.clock().instant();
  }
}
