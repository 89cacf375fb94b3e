package dev.bongsu.delivery;

import dev.bongsu.alert.AlertWriter;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.storage.Claim;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a claimed chat's deliveries to its platform, one after the other, in order.
///
/// A send is written down before it begins and when it ended. If the process dies in between, the
/// delivery is sent again by whoever claims the chat next: at most one repeat, never a loss.
public final class ChatDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(ChatDelivery.class);
  private static final int SENDS_A_CLAIM = 20;

  private final OutboxStore outbox;
  private final ChatStore chats;
  private final AlertWriter alerts;
  private final Map<Platform, ChatSender> senders;
  private final InstantSource clock;
  private final DeliveryMetrics metrics;
  private volatile boolean finishing;

  /// @param senders one for each platform this process speaks to
  public ChatDelivery(
      OutboxStore outbox,
      ChatStore chats,
      AlertWriter alerts,
      List<ChatSender> senders,
      InstantSource clock,
      DeliveryMetrics metrics) {
    this.outbox = outbox;
    this.chats = chats;
    this.alerts = alerts;
    this.senders =
        senders.stream().collect(Collectors.toMap(ChatSender::platform, Function.identity()));
    this.clock = clock;
    this.metrics = metrics;
  }

  /// Claims chats that have a delivery due, on the platforms this process speaks to.
  public List<Claim> claim(int atMost) {
    return senders.isEmpty() ? List.of() : outbox.claimChats(senders.keySet(), atMost);
  }

  /// From now on a chat is given back after the send under way: the process is about to end.
  public void finishUp() {
    finishing = true;
  }

  /// Sends what is due in a chat, then gives the chat back. If something breaks that is not of one
  /// delivery, the chat is not given back: it is taken up again when its lease ends.
  public void send(Claim claim) {
    Chat chat = chats.get(new ChatKey(claim.id())).orElseThrow();
    boolean goOn = true;
    for (int sends = 0; goOn && !finishing && sends < SENDS_A_CLAIM; sends++) {
      Optional<Delivery> next = outbox.next(claim);
      goOn = next.isPresent() && deliver(claim, chat, next.get());
    }
    outbox.release(claim);
  }

  /// @return whether the chat is still ours and in order
  private boolean deliver(Claim claim, Chat chat, Delivery delivery) {
    if (RetryPolicy.isSpent(delivery.attempts())) {
      return bury(claim, chat, delivery, "the process ended during each of its sends");
    }
    return outbox.begin(claim, delivery)
        && attempt(chat, delivery)
            .map(result -> record(claim, chat, delivery, result))
            .orElseGet(() -> outbox.dropped(claim, delivery));
  }

  /// Writes the message and hands it over; empty if nobody asks for it any more. What breaks here
  /// breaks this attempt only.
  private Optional<SendResult> attempt(Chat chat, Delivery delivery) {
    try {
      ChatSender sender = Objects.requireNonNull(senders.get(chat.id().platform()));
      return write(chat, delivery).map(message -> hand(chat, message, sender));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Delivery {} to {} failed", delivery.id().value(), chat.id(), e);
      return Optional.of(new SendResult.Later("an error of ours: " + e.getClass().getSimpleName()));
    }
  }

  private SendResult hand(Chat chat, Message message, ChatSender sender) {
    SendResult result = sender.send(chat.id(), message);
    metrics.ended(chat.id().platform(), message, result);
    return result;
  }

  private Optional<Message> write(Chat chat, Delivery delivery) {
    return switch (delivery.content()) {
      case Content.Reply(Message.Text text) -> Optional.of(text);
      case Content.AlertAbout(var article) -> alerts.write(chat, article).map(Message.class::cast);
    };
  }

  private boolean record(Claim claim, Chat chat, Delivery delivery, SendResult result) {
    int attempts = delivery.attempts() + 1;
    return switch (result) {
      case SendResult.Sent(String messageId) -> outbox.sent(claim, delivery, messageId);
      case SendResult.Refused(String reason) -> bury(claim, chat, delivery, reason);
      case SendResult.Later(String reason) when RetryPolicy.isSpent(attempts) ->
          bury(claim, chat, delivery, reason);
      case SendResult.Later(String reason) -> {
        Instant due = clock.instant().plus(RetryPolicy.waitAfter(attempts));
        LOG.info(
            "Delivery {} to {}: attempt {} failed ({}), next at {}",
            delivery.id().value(),
            chat.id(),
            attempts,
            reason,
            due);
        yield outbox.later(claim, delivery, due, reason);
      }
    };
  }

  private boolean bury(Claim claim, Chat chat, Delivery delivery, String reason) {
    LOG.warn("Delivery {} to {} is dead: {}", delivery.id().value(), chat.id(), reason);
    return outbox.dead(claim, delivery, reason);
  }
}
