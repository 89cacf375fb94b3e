package dev.bongsu.delivery;

import dev.bongsu.article.ArticleId;
import dev.bongsu.delivery.DeliveryStore.Head;
import dev.bongsu.delivery.DeliveryStore.WaitingAlerts;
import java.time.Instant;
import java.util.Optional;

/// Applies the [BatchingPolicy] to a claimed chat. Call it in the transaction that claims the chat.
final class AlertBatcher {
  private static final int MAX_ALERTS_PER_DIGEST = 500;
  private static final int MAX_SINGLE_ALERTS_AFTER_OUTAGE = 10;

  private final ChatQueueStore queue;
  private final DeliveryStore deliveries;
  private final DeliverySettings settings;

  AlertBatcher(ChatQueueStore queue, DeliveryStore deliveries, DeliverySettings settings) {
    this.queue = queue;
    this.deliveries = deliveries;
    this.settings = settings;
  }

  /// The delivery that is sent in place of an alert: the alert, or a digest; empty if the chat's
  /// alerts are held.
  Optional<Head> apply(ClaimedChat chat, Head alert, ArticleId article) {
    long id = chat.id();
    Instant now = chat.claimedAt();
    boolean limited =
        deliveries.reachedSingleAlertLimit(article, id, MAX_SINGLE_ALERTS_AFTER_OUTAGE);
    return switch (decide(id, chat.state(), limited, now)) {
      case BatchingPolicy.Decision.SendSingly() -> Optional.of(alert);
      case BatchingPolicy.Decision.Hold _ -> {
        queue.holdAlerts(id);
        yield Optional.empty();
      }
      case BatchingPolicy.Decision.SendDigest() -> {
        long hour = BatchingPolicy.hourStartAt(chat.state(), now);
        deliveries.batchIntoDigests(id, MAX_ALERTS_PER_DIGEST);
        queue.recordDigest(id, hour, BatchingPolicy.alertsInHour(chat.state(), hour));
        yield chat.state().firstDue(deliveries.heads(id), now);
      }
    };
  }

  /// Until when the chat's alerts are held; empty if they are not.
  Optional<Instant> heldUntil(ClaimedChat chat) {
    ChatQueue state = queue.get(chat.id());
    return state.holding()
            && decide(chat.id(), state, false, chat.claimedAt())
                instanceof BatchingPolicy.Decision.Hold(Instant until)
        ? Optional.of(until)
        : Optional.empty();
  }

  private BatchingPolicy.Decision decide(long chat, ChatQueue state, boolean limited, Instant now) {
    if (!limited && BatchingPolicy.isWithinLimit(state, settings.maxPerHour(), now)) {
      return new BatchingPolicy.Decision.SendSingly();
    }
    WaitingAlerts waiting = deliveries.waitingAlerts(chat);
    return BatchingPolicy.decide(state, waiting.oldest(), waiting.newest(), now);
  }
}
