package dev.bongsu.delivery;

import dev.bongsu.chat.Message;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports sends to the log, the metrics and the operator.
public final class OutcomeReporter {
  private static final Logger LOG = LoggerFactory.getLogger(OutcomeReporter.class);

  private final DeliveryStore deliveries;
  private final OperatorNotices notices;
  private final DeliveryMetrics metrics;

  public OutcomeReporter(
      DeliveryStore deliveries, OperatorNotices notices, DeliveryMetrics metrics) {
    this.deliveries = deliveries;
    this.notices = notices;
    this.metrics = metrics;
  }

  void claimed(ClaimedDelivery sending) {
    if (sending.interrupted()) {
      metrics.ambiguousSend(sending.chat().id().platform(), "interrupted");
    }
  }

  void sendStarted(ClaimedDelivery sending) {
    if (sending.mayBeRepeat()) {
      metrics.possibleRepeat(sending.chat().id().platform());
    }
  }

  void sendFinished(Platform platform, Message message, SendResult result) {
    metrics.sendFinished(platform, message, result);
  }

  void claimLost(Attempt attempt) {
    LOG.warn(
        "Delivery {}: lease lost during the send, may be repeated",
        attempt.delivery().id().value());
  }

  /// Reports a result that is stored.
  void stored(Attempt attempt) {
    long id = attempt.delivery().id().value();
    Platform platform = attempt.claimed().chat().id().platform();
    switch (attempt.result()) {
      case SendResult.Sent _ -> LOG.debug("Delivery {}: sent", id);
      case SendResult.MaybeSent maybe -> {
        metrics.ambiguousSend(platform, "unanswered");
        LOG.info("Delivery {}: result unknown ({})", id, maybe.reason());
      }
      case SendResult.InvalidMessage(String reason) -> {
        metrics.invalidMessage(platform);
        LOG.warn("Delivery {}: {} rejected the message format: {}", id, platform.code(), reason);
      }
      case SendResult.TokenRejected(String reason) ->
          notices.report(OperatorNotice.TOKEN_DEAD, platform.code(), reason);
      case SendResult.ChatGone gone when gone.goneReason().isFixableByAdmin() ->
          notices.report(
              OperatorNotice.CHAT_GONE, "", attempt.claimed().chat().id() + ": " + gone.reason());
      default -> LOG.info("Delivery {}: {}", id, attempt.result());
    }
    boolean failed = !(attempt.result() instanceof SendResult.Sent);
    if (failed && deliveries.isDead(attempt.delivery())) {
      notices.report(OperatorNotice.DEAD_LETTERS, "", String.valueOf(id));
    }
  }
}
