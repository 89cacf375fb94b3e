package dev.bongsu.delivery;

import dev.bongsu.alert.AlertWriter;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.chat.Wording;
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
  private static final int SHARE_OF_REPLIES = 10;

  private final OutboxTables tables;
  private final Dispatch dispatch;
  private final AlertWriter alerts;
  private final Map<Platform, ChatSender> senders;
  private final Outcomes outcomes;

  /// @param senders one for each platform this process speaks to
  public ChatDelivery(
      OutboxTables tables,
      ChatStore chats,
      AlertWriter alerts,
      List<ChatSender> senders,
      DeliverySettings settings,
      Outcomes outcomes) {
    this.tables = tables;
    this.dispatch = new Dispatch(tables, chats, settings);
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
  public List<Sending> claim(int slots, int atMost) {
    int kept = Math.ceilDiv(slots, SHARE_OF_REPLIES);
    List<Sending> taken = new ArrayList<>();
    for (ChatSender sender : senders.values()) {
      int left = atMost - taken.size();
      if (left > 0) {
        taken.addAll(dispatch.take(sender, left, left - kept));
      }
    }
    return taken;
  }

  /// When something may be sent that may not be now; empty if nobody knows.
  public Optional<Instant> next() {
    return senders.values().stream()
        .flatMap(sender -> dispatch.next(sender).stream())
        .min(Comparator.naturalOrder());
  }

  public boolean renew(Sending sending) {
    return tables.queue().renew(sending.claim());
  }

  /// Gives a chat back whose send has not ended: its message may have arrived, and is sent again.
  public void giveBack(Sending sending) {
    tables
        .database()
        .inTransaction(
            () -> {
              if (tables.queue().release(sending.claim())) {
                tables.dues().set(sending.chat().key());
              }
            });
  }

  /// Sends a message and writes down what became of it. What breaks before the platform has
  /// answered breaks this attempt only; what it answered is never forgotten for an error of ours.
  public void send(Sending sending) {
    outcomes.taken(sending);
    if (isStale(sending)) {
      LOG.warn("Delivery {} was frozen before its send", sending.delivery().id().value());
      return;
    }
    ChatSender sender = Objects.requireNonNull(senders.get(sending.chat().id().platform()));
    Optional<Attempt> attempt = attempt(sending, sender);
    tables
        .database()
        .withPatience(
            tables.lease(),
            () -> attempt.ifPresentOrElse(outcomes::record, () -> outcomes.dropped(sending)));
  }

  /// Empty if nobody asks for it any more.
  private Optional<Attempt> attempt(Sending sending, ChatSender sender) {
    try {
      return write(sending).map(message -> hand(sending, message, sender));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Delivery {} failed", sending.delivery().id().value(), e);
      SendResult result = new SendResult.Later("an error of ours: " + e.getClass().getSimpleName());
      return Optional.of(new Attempt(sending, sender.account(), 1, now(), result));
    }
  }

  /// A process that was stopped for long may have lost the chat to another: then it must not send.
  private boolean isStale(Sending sending) {
    Duration half = tables.lease().dividedBy(2);
    return now().isAfter(sending.begun().plus(half));
  }

  private Attempt hand(Sending sending, Message message, ChatSender sender) {
    Delivery delivery = sending.delivery();
    List<Supplier<SendResult>> sends =
        sender.prepare(sending.chat().id(), message, delivery.plain());
    int part = delivery.parts();
    int left = sends.size() - part;
    if (left <= 0) {
      // All that was left was the note of a repeat that did not fit.
      return new Attempt(sending, sender.account(), 1, now(), new SendResult.Sent(""));
    }
    if (sending.isAnotherTry() && !sender.answers()) {
      SendResult silent = new SendResult.NotReached("was in trouble, and does not answer yet");
      return new Attempt(sending, sender.account(), left, now(), silent);
    }
    outcomes.begun(sending);
    Instant sent = now();
    SendResult result = sends.get(part).get();
    outcomes.told(sending.chat().id().platform(), message, result);
    return new Attempt(sending, sender.account(), left, sent, result);
  }

  /// The message; empty if nobody asks for it any more.
  private Optional<Message> write(Sending sending) {
    Chat chat = sending.chat();
    Wording wording = Wording.in(chat.reader().language());
    String note = sending.isRepeat() ? wording.say("delivery.repeat") : "";
    return switch (sending.delivery().content()) {
      case Content.Reply(Message.Text text) ->
          Optional.of(note.isEmpty() ? text : text.noted(note));
      case Content.AlertAbout(var article) ->
          alerts.write(chat, article).map(alert -> note.isEmpty() ? alert : alert.noted(note));
      case Content.Digest() -> digest(sending, wording, note);
    };
  }

  private Optional<Message> digest(Sending sending, Wording wording, String note) {
    List<Message.Item> items =
        alerts.items(sending.chat(), tables.sending().held(sending.delivery().id()));
    if (items.isEmpty()) {
      return Optional.empty();
    }
    String heading = wording.say("alert.digest", items.size());
    return Optional.of(
        new Message.Digest(note.isEmpty() ? heading : heading + " · " + note, items));
  }

  private Instant now() {
    return tables.clock().instant();
  }
}
