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
public final class Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
  private static final int MOST_JITTER_MILLIS = 1000;

  private final OutboxTables tables;
  private final ChatComings comings;
  private final OperatorNotices notices;
  private final DeliveryMetrics metrics;
  private final DeliverySettings settings;
  private final UsualLatency latency = new UsualLatency();

  public Outcomes(
      OutboxTables tables,
      ChatComings comings,
      OperatorNotices notices,
      DeliveryMetrics metrics,
      DeliverySettings settings) {
    this.tables = tables;
    this.comings = comings;
    this.notices = notices;
    this.metrics = metrics;
    this.settings = settings;
  }

  /// A delivery was taken to be sent.
  void taken(Sending sending) {
    if (sending.interrupted()) {
      metrics.ambiguous(sending.chat().id().platform(), "interrupted");
    }
  }

  /// A send begins now.
  void begun(Sending sending) {
    if (sending.isRepeat()) {
      metrics.repeated(sending.chat().id().platform());
    }
  }

  /// A send has ended.
  void told(Platform platform, Message message, SendResult result) {
    metrics.ended(platform, message, result);
  }

  /// Nothing was sent: nobody asks for it any more.
  void dropped(Sending sending) {
    whileHeld(
        sending,
        () -> {
          tables.sending().dropped(sending.delivery());
          if (sending.permit() != null) {
            tables.permits().giveBack(sending.permit());
          }
        });
  }

  void record(Attempt attempt) {
    Sending sending = attempt.sending();
    Instant answered = tables.clock().instant();
    boolean held =
        whileHeld(
            sending,
            () -> {
              pace(attempt, answered);
              store(attempt);
            });
    if (held) {
      tell(attempt);
    } else {
      LOG.warn(
          "Delivery {} was taken over while it was sent; it may come twice",
          sending.delivery().id().value());
    }
  }

  private boolean whileHeld(Sending sending, Runnable change) {
    return tables
        .database()
        .inTransaction(
            () -> {
              if (!tables.queue().release(sending.claim())) {
                return false;
              }
              change.run();
              tables.dues().set(sending.chat().key());
              return true;
            });
  }

  private void pace(Attempt attempt, Instant answered) {
    Sending sending = attempt.sending();
    Duration lateness = latency.lateness(Duration.between(attempt.sent(), answered));
    if (sending.permit() != null) {
      tables.permits().used(sending.permit(), attempt.sent(), lateness);
    }
    Pace pace = Pace.of(sending.chat().id(), settings);
    Queue queue = tables.queue().get(sending.chat().key().value());
    long next = pace.after(queue.paceMillis(), attempt.sent().plus(lateness).toEpochMilli());
    tables.queue().setPace(QueueStore.place(sending.chat().id()), next, pace.replyFrom(next));
  }

  private void store(Attempt attempt) {
    Delivery delivery = attempt.delivery();
    SendingStore rows = tables.sending();
    switch (attempt.result()) {
      case SendResult.Sent(String messageId) -> sent(attempt, messageId);
      case SendResult.TooMany(String reason, Duration pause) -> tooMany(attempt, reason, pause);
      case SendResult.NotReached(String reason) ->
          rows.again(delivery, in(RetryPolicy.UNREACHED.plus(jitter())), reason);
      case SendResult.Later(String reason) -> later(delivery, reason);
      case SendResult.MaybeSent(String reason, boolean answered) ->
          maybeSent(delivery, reason, answered);
      case SendResult.ChatGone(GoneReason why, String reason) -> gone(attempt, why, reason);
      case SendResult.ChatMoved(String channel) -> moved(attempt, channel);
      case SendResult.Misunderstood(String reason) -> misunderstood(delivery, reason);
      case SendResult.TokenDead(String reason) -> {
        rows.again(delivery, tables.clock().instant(), reason);
        tables.accounts().die(attempt.account(), reason);
      }
      case SendResult.Refused(String reason) -> rows.dead(delivery, reason);
    }
  }

  private void sent(Attempt attempt, String messageId) {
    Delivery delivery = attempt.delivery();
    Chat chat = attempt.sending().chat();
    comings.found(chat.key());
    if (attempt.messagesLeft() > 1) {
      tables.sending().partSent(delivery);
      return;
    }
    tables.sending().sent(delivery, messageId);
    if (delivery.content() instanceof Content.AlertAbout) {
      long key = chat.key().value();
      Queue queue = tables.queue().get(key);
      long hour = StormRule.hourOf(queue, tables.clock().instant());
      tables.queue().setHour(key, hour, StormRule.alertsIn(queue, hour) + 1);
    }
  }

  /// The wait is never shortened; the jitter keeps chats that were told the same from coming back
  /// all at once.
  private void tooMany(Attempt attempt, String reason, Duration pause) {
    Instant until = in(pause.plus(jitter()));
    String place = QueueStore.place(attempt.sending().chat().id());
    tables.sending().again(attempt.delivery(), tables.clock().instant(), reason);
    tables.queue().block(place, until.toEpochMilli());
    if (tables.accounts().limited(attempt.account(), place, until)) {
      LOG.warn("{}: several chats were told to wait; so nothing is sent for a while", reason);
    }
  }

  private void later(Delivery delivery, String reason) {
    if (RetryPolicy.isSpent(delivery.attempts())) {
      tables.sending().dead(delivery, reason);
    } else {
      tables.sending().later(delivery, in(RetryPolicy.waitAfter(delivery.attempts())), reason);
    }
  }

  private void misunderstood(Delivery delivery, String reason) {
    if (delivery.plain()) {
      tables.sending().dead(delivery, reason);
    } else {
      tables.sending().plain(delivery, reason);
    }
  }

  private void maybeSent(Delivery delivery, String reason, boolean answered) {
    boolean may =
        !settings.repeatAfter().isZero()
            && RetryPolicy.mayRepeat(answered, delivery.attempts(), delivery.doubts());
    if (may) {
      Duration usual = answered ? RetryPolicy.waitAfter(delivery.attempts()) : Duration.ZERO;
      Duration least = settings.repeatAfter();
      tables.sending().doubtful(delivery, in(usual.compareTo(least) > 0 ? usual : least), reason);
    } else {
      tables.sending().deadInDoubt(delivery, "nobody knows whether it arrived: " + reason);
    }
  }

  private void gone(Attempt attempt, GoneReason why, String reason) {
    Chat chat = attempt.sending().chat();
    if (why == GoneReason.UNKNOWN && !comings.isMissing(chat.key())) {
      tables.sending().again(attempt.delivery(), in(RetryPolicy.UNKNOWN_CHAT), reason);
    } else {
      tables.sending().again(attempt.delivery(), tables.clock().instant(), reason);
      comings.left(chat, why);
    }
  }

  /// To where it is already, it cannot go: that is an answer like any other that time may cure.
  private void moved(Attempt attempt, String channel) {
    ChatId from = attempt.sending().chat().id();
    String reason = "the chat moved to " + channel;
    if (channel.equals(from.channel())) {
      later(attempt.delivery(), reason);
    } else {
      tables.sending().again(attempt.delivery(), tables.clock().instant(), reason);
      comings.moved(from, channel);
    }
  }

  private Instant in(Duration wait) {
    return tables.clock().instant().plus(wait);
  }

  private static Duration jitter() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, MOST_JITTER_MILLIS));
  }

  /// What must be said once it is stored.
  private void tell(Attempt attempt) {
    long id = attempt.delivery().id().value();
    Platform platform = attempt.sending().chat().id().platform();
    switch (attempt.result()) {
      case SendResult.Sent _ -> LOG.debug("Delivery {}: sent", id);
      case SendResult.MaybeSent maybe -> {
        metrics.ambiguous(platform, "unanswered");
        LOG.info("Delivery {}: nobody knows whether it arrived ({})", id, maybe.reason());
      }
      case SendResult.Misunderstood(String reason) -> {
        metrics.misunderstood(platform);
        LOG.warn("Our mistake: {} did not understand delivery {}: {}", platform.code(), id, reason);
      }
      case SendResult.TokenDead(String reason) ->
          notices.tell(OperatorNotice.TOKEN_DEAD, platform.code(), reason);
      case SendResult.ChatGone gone when gone.why().canBeMended() ->
          notices.tell(
              OperatorNotice.CHAT_GONE, "", attempt.sending().chat().id() + ": " + gone.reason());
      default -> LOG.info("Delivery {}: {}", id, attempt.result());
    }
    boolean failed = !(attempt.result() instanceof SendResult.Sent);
    if (failed && tables.sending().isDead(attempt.delivery())) {
      notices.tell(OperatorNotice.DEAD_LETTERS, "", String.valueOf(id));
    }
  }
}
