package dev.bongsu.delivery;

import dev.bongsu.delivery.DeliveryStore.Head;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The state of a chat's queue, in epoch milliseconds.
///
/// @param alertAllowedMillis when the next alert may be sent by the platform's rate ([Pace])
/// @param replyAllowedMillis when the next reply may be sent
/// @param blockedUntilMillis until when the platform accepts no message at all
/// @param hourStartMillis start of the hour that is counted, see [BatchingPolicy]
/// @param alertsInHour alerts sent in that hour
/// @param lastDigestMillis when the last digest was made
/// @param holding whether alerts wait for a digest
record ChatQueue(
    long alertAllowedMillis,
    long replyAllowedMillis,
    long blockedUntilMillis,
    long hourStartMillis,
    int alertsInHour,
    long lastDigestMillis,
    boolean holding) {

  /// The first of the chat's next deliveries that may be sent now.
  Optional<Head> firstDue(List<Head> heads, Instant now) {
    return heads.stream().filter(head -> dueMillis(head) <= now.toEpochMilli()).findFirst();
  }

  /// When the chat's next delivery of this priority may be sent; null if there is none.
  @Nullable Long dueMillis(List<Head> heads, DeliveryPriority priority) {
    return heads.stream()
        .filter(head -> head.priority() == priority)
        .findFirst()
        .map(this::dueMillis)
        .orElse(null);
  }

  private long dueMillis(Head head) {
    boolean isReply = head.priority() == DeliveryPriority.REPLY;
    long allowed = isReply ? replyAllowedMillis : alertAllowedMillis;
    return Math.max(head.dueMillis(), Math.max(blockedUntilMillis, allowed));
  }
}
