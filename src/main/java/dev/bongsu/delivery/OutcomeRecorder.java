package dev.bongsu.delivery;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.SendResult;
import dev.bongsu.delivery.Delivery.Content;
import dev.bongsu.subscription.Chat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records the outcome of a send and releases the chat, in one transaction.
public final class OutcomeRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);
  private static final int MAX_JITTER_MILLIS = 1000;

  private final InstantSource clock;
  private final DeliveryDispatcher dispatcher;
  private final ChatQueueStore queue;
  private final DeliveryStore deliveries;
  private final TokenRateLimiter limiter;
  private final ChatLifecycle lifecycle;
  private final DeliverySettings settings;
  private final LatencyBaseline latency = new LatencyBaseline();

  public OutcomeRecorder(
      InstantSource clock,
      DeliveryDispatcher dispatcher,
      ChatQueueStore queue,
      DeliveryStore deliveries,
      TokenRateLimiter limiter,
      ChatLifecycle lifecycle,
      DeliverySettings settings) {
    this.clock = clock;
    this.dispatcher = dispatcher;
    this.queue = queue;
    this.deliveries = deliveries;
    this.limiter = limiter;
    this.lifecycle = lifecycle;
    this.settings = settings;
  }

  /// Records that nothing was sent, because no subscription asks for it any more.
  void recordDropped(ClaimedDelivery sending) {
    dispatcher.releaseAfter(
        sending,
        () -> {
          deliveries.markDropped(sending.delivery());
          if (sending.permit() != null) {
            limiter.release(sending.permit());
          }
        });
  }

  /// Records how a send ended.
  ///
  /// @return false if the claim was lost: nothing is recorded
  boolean record(Attempt attempt) {
    Instant answered = clock.instant();
    return dispatcher.releaseAfter(
        attempt.claimed(),
        () -> {
          updatePace(attempt, answered);
          storeResult(attempt);
        });
  }

  private void updatePace(Attempt attempt, Instant answered) {
    ClaimedDelivery sending = attempt.claimed();
    Duration lateness = latency.excess(Duration.between(attempt.sent(), answered));
    if (sending.permit() != null) {
      limiter.recordUse(sending.permit(), attempt.sent(), lateness);
    }
    Pace pace = Pace.of(sending.chat().id(), settings);
    ChatQueue state = queue.get(sending.chat().key().value());
    long next =
        pace.nextAfter(state.alertAllowedMillis(), attempt.sent().plus(lateness).toEpochMilli());
    queue.setPace(ChatQueueStore.channelKey(sending.chat().id()), next, pace.replyFrom(next));
  }

  private void storeResult(Attempt attempt) {
    Delivery delivery = attempt.delivery();
    switch (attempt.result()) {
      case SendResult.Sent(String messageId) -> sent(attempt, messageId);
      case SendResult.RateLimited(String reason, Duration pause) ->
          rateLimited(attempt, reason, pause);
      case SendResult.Unreachable(String reason) ->
          deliveries.retryUncounted(
              delivery, fromNow(RetryPolicy.UNREACHABLE_DELAY.plus(jitter())), reason);
      case SendResult.TemporaryFailure(String reason) -> retryLater(delivery, reason);
      case SendResult.MaybeSent(String reason, boolean answered) ->
          maybeSent(delivery, reason, answered);
      case SendResult.ChatGone(GoneReason why, String reason) -> chatGone(attempt, why, reason);
      case SendResult.ChatMoved(String channel) -> chatMoved(attempt, channel);
      case SendResult.InvalidMessage(String reason) -> invalidMessage(delivery, reason);
      case SendResult.TokenRejected(String reason) -> {
        deliveries.retryUncounted(delivery, clock.instant(), reason);
        limiter.markRejected(attempt.account(), reason);
      }
      case SendResult.PermanentFailure(String reason) -> deliveries.markDead(delivery, reason);
    }
  }

  private void sent(Attempt attempt, String messageId) {
    Delivery delivery = attempt.delivery();
    Chat chat = attempt.claimed().chat();
    lifecycle.clearMissing(chat.key());
    if (attempt.messagesLeft() > 1) {
      deliveries.markPartSent(delivery);
      return;
    }
    deliveries.markSent(delivery, messageId);
    if (delivery.content() instanceof Content.Alert) {
      long key = chat.key().value();
      ChatQueue state = queue.get(key);
      long hour = BatchingPolicy.hourStartAt(state, clock.instant());
      queue.setAlertsInHour(key, hour, BatchingPolicy.alertsInHour(state, hour) + 1);
    }
  }

  /// The wait is never shortened. The jitter keeps chats with the same wait from retrying at once.
  private void rateLimited(Attempt attempt, String reason, Duration pause) {
    Instant until = fromNow(pause.plus(jitter()));
    String channelKey = ChatQueueStore.channelKey(attempt.claimed().chat().id());
    deliveries.retryUncounted(attempt.delivery(), clock.instant(), reason);
    queue.blockUntil(channelKey, until.toEpochMilli());
    if (limiter.recordRateLimit(attempt.account(), channelKey, until)) {
      LOG.warn("Rate limit of several chats, token paused until {}: {}", until, reason);
    }
  }

  private void retryLater(Delivery delivery, String reason) {
    if (RetryPolicy.isExhausted(delivery.attempts())) {
      deliveries.markDead(delivery, reason);
    } else {
      deliveries.retryAt(delivery, fromNow(RetryPolicy.delayAfter(delivery.attempts())), reason);
    }
  }

  private void invalidMessage(Delivery delivery, String reason) {
    if (delivery.plainText()) {
      deliveries.markDead(delivery, reason);
    } else {
      deliveries.retryAsPlainText(delivery, reason);
    }
  }

  private void maybeSent(Delivery delivery, String reason, boolean answered) {
    boolean may =
        !settings.repeatAfter().isZero()
            && RetryPolicy.mayRepeat(answered, delivery.attempts(), delivery.ambiguousSends());
    if (may) {
      Duration usual = answered ? RetryPolicy.delayAfter(delivery.attempts()) : Duration.ZERO;
      Duration least = settings.repeatAfter();
      deliveries.retryAmbiguous(
          delivery, fromNow(usual.compareTo(least) > 0 ? usual : least), reason);
    } else {
      deliveries.markDeadAmbiguous(delivery, "delivery unconfirmed: " + reason);
    }
  }

  private void chatGone(Attempt attempt, GoneReason why, String reason) {
    Chat chat = attempt.claimed().chat();
    if (why == GoneReason.UNKNOWN && !lifecycle.recordMissing(chat.key())) {
      deliveries.retryUncounted(
          attempt.delivery(), fromNow(RetryPolicy.UNKNOWN_CHAT_DELAY), reason);
    } else {
      deliveries.retryUncounted(attempt.delivery(), clock.instant(), reason);
      lifecycle.onChatGone(chat, why);
    }
  }

  /// A move to the id that the chat has already counts as a temporary failure.
  private void chatMoved(Attempt attempt, String channel) {
    ChatId from = attempt.claimed().chat().id();
    String reason = "the chat moved to " + channel;
    if (channel.equals(from.channel())) {
      retryLater(attempt.delivery(), reason);
    } else {
      deliveries.retryUncounted(attempt.delivery(), clock.instant(), reason);
      lifecycle.onChatMoved(from, channel);
    }
  }

  private Instant fromNow(Duration wait) {
    return clock.instant().plus(wait);
  }

  private static Duration jitter() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, MAX_JITTER_MILLIS));
  }
}
