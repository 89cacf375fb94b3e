package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.subscription.Chat;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what became of a send, and gives the chat back, in one transaction: if the chat was
/// lost meanwhile, nothing.
public final class OutcomeRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);
  private static final int MAX_JITTER_MILLIS = 1000;

  private final OutboxTables tables;
  private final ChatLifecycle lifecycle;
  private final OperatorNotices notices;
  private final DeliveryMetrics metrics;
  private final DeliverySettings settings;
  private final LatencyBaseline latency = new LatencyBaseline();

  public OutcomeRecorder(
      OutboxTables tables,
      ChatLifecycle lifecycle,
      OperatorNotices notices,
      DeliveryMetrics metrics,
      DeliverySettings settings) {
    this.tables = tables;
    this.lifecycle = lifecycle;
    this.notices = notices;
    this.metrics = metrics;
    this.settings = settings;
  }

  /// A delivery was taken to be sent.
  void claimed(ClaimedDelivery sending) {
    if (sending.interrupted()) {
      metrics.ambiguousSend(sending.chat().id().platform(), "interrupted");
    }
  }

  /// A send begins now.
  void sendStarted(ClaimedDelivery sending) {
    if (sending.mayBeRepeat()) {
      metrics.possibleRepeat(sending.chat().id().platform());
    }
  }

  /// A send has ended.
  void sendFinished(Platform platform, Message message, SendResult result) {
    metrics.sendFinished(platform, message, result);
  }

  /// Nothing was sent: nobody asks for it any more.
  void recordDropped(ClaimedDelivery sending) {
    ifClaimHeld(
        sending,
        () -> {
          tables.deliveries().markDropped(sending.delivery());
          if (sending.permit() != null) {
            tables.permits().release(sending.permit());
          }
        });
  }

  void record(Attempt attempt) {
    ClaimedDelivery sending = attempt.claimed();
    Instant answered = tables.clock().instant();
    boolean held =
        ifClaimHeld(
            sending,
            () -> {
              updatePace(attempt, answered);
              storeResult(attempt);
            });
    if (held) {
      report(attempt);
    } else {
      LOG.warn(
          "Delivery {} was taken over while it was sent; it may come twice",
          sending.delivery().id().value());
    }
  }

  private boolean ifClaimHeld(ClaimedDelivery sending, Runnable change) {
    return tables
        .database()
        .inTransaction(
            () -> {
              if (!tables.queue().release(sending.claim())) {
                return false;
              }
              change.run();
              tables.schedule().reschedule(sending.chat().key());
              return true;
            });
  }

  private void updatePace(Attempt attempt, Instant answered) {
    ClaimedDelivery sending = attempt.claimed();
    Duration lateness = latency.excess(Duration.between(attempt.sent(), answered));
    if (sending.permit() != null) {
      tables.permits().recordUse(sending.permit(), attempt.sent(), lateness);
    }
    Pace pace = Pace.of(sending.chat().id(), settings);
    ChatQueue queue = tables.queue().get(sending.chat().key().value());
    long next =
        pace.nextAfter(queue.alertAllowedMillis(), attempt.sent().plus(lateness).toEpochMilli());
    tables
        .queue()
        .setPace(ChatQueueStore.channelKey(sending.chat().id()), next, pace.replyFrom(next));
  }

  private void storeResult(Attempt attempt) {
    Delivery delivery = attempt.delivery();
    DeliveryStore rows = tables.deliveries();
    switch (attempt.result()) {
      case SendResult.Sent(String messageId) -> sent(attempt, messageId);
      case SendResult.RateLimited(String reason, Duration pause) ->
          rateLimited(attempt, reason, pause);
      case SendResult.Unreachable(String reason) ->
          rows.retryUncounted(
              delivery, fromNow(RetryPolicy.UNREACHABLE_DELAY.plus(jitter())), reason);
      case SendResult.TemporaryFailure(String reason) -> retryLater(delivery, reason);
      case SendResult.MaybeSent(String reason, boolean answered) ->
          maybeSent(delivery, reason, answered);
      case SendResult.ChatGone(GoneReason why, String reason) -> chatGone(attempt, why, reason);
      case SendResult.ChatMoved(String channel) -> chatMoved(attempt, channel);
      case SendResult.InvalidMessage(String reason) -> invalidMessage(delivery, reason);
      case SendResult.TokenRejected(String reason) -> {
        rows.retryUncounted(delivery, tables.clock().instant(), reason);
        tables.accounts().markRejected(attempt.account(), reason);
      }
      case SendResult.PermanentFailure(String reason) -> rows.markDead(delivery, reason);
    }
  }

  private void sent(Attempt attempt, String messageId) {
    Delivery delivery = attempt.delivery();
    Chat chat = attempt.claimed().chat();
    lifecycle.clearMissing(chat.key());
    if (attempt.messagesLeft() > 1) {
      tables.deliveries().markPartSent(delivery);
      return;
    }
    tables.deliveries().markSent(delivery, messageId);
    if (delivery.content() instanceof Content.Alert) {
      long key = chat.key().value();
      ChatQueue queue = tables.queue().get(key);
      long hour = BatchingPolicy.hourStartAt(queue, tables.clock().instant());
      tables.queue().setAlertsInHour(key, hour, BatchingPolicy.alertsInHour(queue, hour) + 1);
    }
  }

  /// The wait is never shortened; the jitter keeps chats that were told the same from coming back
  /// all at once.
  private void rateLimited(Attempt attempt, String reason, Duration pause) {
    Instant until = fromNow(pause.plus(jitter()));
    String place = ChatQueueStore.channelKey(attempt.claimed().chat().id());
    tables.deliveries().retryUncounted(attempt.delivery(), tables.clock().instant(), reason);
    tables.queue().blockUntil(place, until.toEpochMilli());
    if (tables.accounts().recordRateLimit(attempt.account(), place, until)) {
      LOG.warn("{}: several chats were told to wait; so nothing is sent for a while", reason);
    }
  }

  private void retryLater(Delivery delivery, String reason) {
    if (RetryPolicy.isExhausted(delivery.attempts())) {
      tables.deliveries().markDead(delivery, reason);
    } else {
      tables
          .deliveries()
          .retryAt(delivery, fromNow(RetryPolicy.delayAfter(delivery.attempts())), reason);
    }
  }

  private void invalidMessage(Delivery delivery, String reason) {
    if (delivery.plainText()) {
      tables.deliveries().markDead(delivery, reason);
    } else {
      tables.deliveries().retryAsPlainText(delivery, reason);
    }
  }

  private void maybeSent(Delivery delivery, String reason, boolean answered) {
    boolean may =
        !settings.repeatAfter().isZero()
            && RetryPolicy.mayRepeat(answered, delivery.attempts(), delivery.ambiguousSends());
    if (may) {
      Duration usual = answered ? RetryPolicy.delayAfter(delivery.attempts()) : Duration.ZERO;
      Duration least = settings.repeatAfter();
      tables
          .deliveries()
          .retryAmbiguous(delivery, fromNow(usual.compareTo(least) > 0 ? usual : least), reason);
    } else {
      tables.deliveries().markDeadAmbiguous(delivery, "nobody knows whether it arrived: " + reason);
    }
  }

  private void chatGone(Attempt attempt, GoneReason why, String reason) {
    Chat chat = attempt.claimed().chat();
    if (why == GoneReason.UNKNOWN && !lifecycle.recordMissing(chat.key())) {
      tables
          .deliveries()
          .retryUncounted(attempt.delivery(), fromNow(RetryPolicy.UNKNOWN_CHAT_DELAY), reason);
    } else {
      tables.deliveries().retryUncounted(attempt.delivery(), tables.clock().instant(), reason);
      lifecycle.onChatGone(chat, why);
    }
  }

  /// To where it is already, it cannot go: that is an answer like any other that time may cure.
  private void chatMoved(Attempt attempt, String channel) {
    ChatId from = attempt.claimed().chat().id();
    String reason = "the chat moved to " + channel;
    if (channel.equals(from.channel())) {
      retryLater(attempt.delivery(), reason);
    } else {
      tables.deliveries().retryUncounted(attempt.delivery(), tables.clock().instant(), reason);
      lifecycle.onChatMoved(from, channel);
    }
  }

  private Instant fromNow(Duration wait) {
    return tables.clock().instant().plus(wait);
  }

  private static Duration jitter() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, MAX_JITTER_MILLIS));
  }

  /// What must be said once it is stored.
  private void report(Attempt attempt) {
    long id = attempt.delivery().id().value();
    Platform platform = attempt.claimed().chat().id().platform();
    switch (attempt.result()) {
      case SendResult.Sent _ -> LOG.debug("Delivery {}: sent", id);
      case SendResult.MaybeSent maybe -> {
        metrics.ambiguousSend(platform, "unanswered");
        LOG.info("Delivery {}: nobody knows whether it arrived ({})", id, maybe.reason());
      }
      case SendResult.InvalidMessage(String reason) -> {
        metrics.invalidMessage(platform);
        LOG.warn("Our mistake: {} did not understand delivery {}: {}", platform.code(), id, reason);
      }
      case SendResult.TokenRejected(String reason) ->
          notices.report(OperatorNotice.TOKEN_DEAD, platform.code(), reason);
      case SendResult.ChatGone gone when gone.goneReason().isFixableByAdmin() ->
          notices.report(
              OperatorNotice.CHAT_GONE, "", attempt.claimed().chat().id() + ": " + gone.reason());
      default -> LOG.info("Delivery {}: {}", id, attempt.result());
    }
    boolean failed = !(attempt.result() instanceof SendResult.Sent);
    if (failed && tables.deliveries().isDead(attempt.delivery())) {
      notices.report(OperatorNotice.DEAD_LETTERS, "", String.valueOf(id));
    }
  }
}
