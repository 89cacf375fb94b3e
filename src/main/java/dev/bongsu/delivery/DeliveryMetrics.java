package dev.bongsu.delivery;

import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Counts sends by platform and outcome, and measures alerts from the publisher's date to the
/// platform's receipt. Contains neither chats nor texts.
public final class DeliveryMetrics {
  private static final Duration[] LATENCY_BUCKETS = {
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(15),
    Duration.ofMinutes(30),
    Duration.ofHours(1),
    Duration.ofHours(6),
    Duration.ofDays(1)
  };

  private final MeterRegistry registry;
  private final InstantSource clock;

  public DeliveryMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  void sendFinished(Platform platform, Message message, SendResult result) {
    registry
        .counter("bongsu.deliveries", "platform", platform.code(), "outcome", name(result))
        .increment();
    if (result instanceof SendResult.Sent
        && message instanceof Message.Alert alert
        && alert.published() != null) {
      recordLatency(platform, alert.published());
    }
  }

  /// A send with an unknown result.
  ///
  /// @param cause `unanswered`, or `interrupted` if the process ended in the middle
  void ambiguousSend(Platform platform, String cause) {
    registry
        .counter("bongsu.ambiguous.sends", "platform", platform.code(), "cause", cause)
        .increment();
  }

  /// A message is sent again though it may have arrived.
  void possibleRepeat(Platform platform) {
    registry.counter("bongsu.possible.repeats", "platform", platform.code()).increment();
  }

  /// The platform rejected our markup, which is a bug of ours.
  void invalidMessage(Platform platform) {
    registry.counter("bongsu.misunderstood.messages", "platform", platform.code()).increment();
  }

  /// A date in the future counts as zero latency.
  private void recordLatency(Platform platform, Instant published) {
    Duration wait = Duration.between(published, clock.instant());
    Timer.builder("bongsu.delivery.latency")
        .description("from the publisher's date to the platform's receipt")
        .tag("platform", platform.code())
        .serviceLevelObjectives(LATENCY_BUCKETS)
        .register(registry)
        .record(wait.isNegative() ? Duration.ZERO : wait);
  }

  private static String name(SendResult result) {
    return switch (result) {
      case SendResult.Sent _ -> "sent";
      case SendResult.RateLimited _ -> "too_many";
      case SendResult.Unreachable _ -> "not_reached";
      case SendResult.TemporaryFailure _ -> "later";
      case SendResult.MaybeSent _ -> "maybe_sent";
      case SendResult.ChatGone _ -> "chat_gone";
      case SendResult.ChatMoved _ -> "chat_moved";
      case SendResult.InvalidMessage _ -> "misunderstood";
      case SendResult.TokenRejected _ -> "token_dead";
      case SendResult.PermanentFailure _ -> "refused";
    };
  }
}
