package dev.bongsu.delivery;

import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends deliveries to their platforms, one message at a time.
///
/// The start and the end of a send are recorded. If the process dies in between, the next worker
/// sends the delivery again: at most one repeat, never a loss.
public final class ChatDelivery implements WorkHandler<ClaimedDelivery> {
  public static final int MAX_CONCURRENT_SENDS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(ChatDelivery.class);

  private final Database database;
  private final ClaimPolicy policy;
  private final DeliveryDispatcher queue;
  private final Map<Platform, ChatSender> senders;
  private final DeliveryRenderer renderer;
  private final OutcomeRecorder outcomes;
  private final OutcomeReporter reporter;

  /// @param senders one for each platform this process sends to
  public ChatDelivery(
      Database database,
      ClaimPolicy policy,
      DeliveryDispatcher queue,
      List<ChatSender> senders,
      DeliveryRenderer renderer,
      OutcomeRecorder outcomes,
      OutcomeReporter reporter) {
    this.database = database;
    this.policy = policy;
    this.queue = queue;
    this.senders =
        senders.stream().collect(Collectors.toMap(ChatSender::platform, Function.identity()));
    this.renderer = renderer;
    this.outcomes = outcomes;
    this.reporter = reporter;
  }

  @Override
  public WorkQueue<ClaimedDelivery> queue() {
    return queue;
  }

  /// Sends a message and records the outcome. An error of ours before the platform has answered
  /// fails this attempt only; the platform's answer is recorded in any case.
  @Override
  public void handle(ClaimedDelivery sending) {
    reporter.claimed(sending);
    if (isStale(sending)) {
      LOG.warn("Delivery {}: claim too old, not sent", sending.delivery().id().value());
      return;
    }
    ChatSender sender = Objects.requireNonNull(senders.get(sending.chat().id().platform()));
    Optional<Attempt> attempt = attempt(sending, sender);
    database.retryFor(
        policy.lease(),
        () -> attempt.ifPresentOrElse(this::record, () -> outcomes.recordDropped(sending)));
  }

  private void record(Attempt attempt) {
    if (outcomes.record(attempt)) {
      reporter.stored(attempt);
    } else {
      reporter.claimLost(attempt);
    }
  }

  /// Empty if no subscription asks for the message any more.
  private Optional<Attempt> attempt(ClaimedDelivery sending, ChatSender sender) {
    try {
      return renderer.render(sending).map(message -> sendNextPart(sending, message, sender));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Delivery {} failed", sending.delivery().id().value(), e);
      SendResult result = new SendResult.TemporaryFailure("an error of ours; the log has it");
      return Optional.of(new Attempt(sending, sender.account(), 1, now(), result));
    }
  }

  /// A process that was paused for long may have lost the chat to another one: it must not send.
  private boolean isStale(ClaimedDelivery sending) {
    Duration half = policy.lease().dividedBy(2);
    return now().isAfter(sending.claimedAt().plus(half));
  }

  private Attempt sendNextPart(ClaimedDelivery sending, Message message, ChatSender sender) {
    Delivery delivery = sending.delivery();
    List<Supplier<SendResult>> sends =
        sender.prepare(sending.chat().id(), message, delivery.plainText());
    int part = delivery.partsSent();
    int left = sends.size() - part;
    if (left <= 0) {
      // Only the note about a repeat was left, and it did not fit.
      return new Attempt(sending, sender.account(), 1, now(), new SendResult.Sent(""));
    }
    if (sending.isRetry() && !sender.isReachable()) {
      SendResult silent = new SendResult.Unreachable("was in trouble, and does not answer yet");
      return new Attempt(sending, sender.account(), left, now(), silent);
    }
    reporter.sendStarted(sending);
    Instant sent = now();
    SendResult result = sends.get(part).get();
    reporter.sendFinished(sending.chat().id().platform(), message, result);
    return new Attempt(sending, sender.account(), left, sent, result);
  }

  private Instant now() {
    return policy.clock().instant();
  }
}
