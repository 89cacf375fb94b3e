package dev.bongsu.delivery;

import java.time.Duration;
import java.time.Instant;

/// Keeps a storm of alerts from drowning a chat: after so many in an hour the rest is held and told
/// as one digest. The first digest of an hour comes when the storm rests for a minute, after ten
/// minutes at the latest; what comes after it waits for the hour's end.
///
/// An hour begins with the first alert after the last one's end.
final class BatchingPolicy {
  static final Duration HOUR = Duration.ofHours(1);
  private static final Duration QUIET_PERIOD = Duration.ofMinutes(1);
  private static final Duration MAX_HOLD = Duration.ofMinutes(10);

  private BatchingPolicy() {}

  /// What to do when an alert is the chat's next.
  sealed interface Decision {
    /// Send it.
    record SendSingly() implements Decision {}

    /// Tell all that wait in one.
    record SendDigest() implements Decision {}

    /// Nothing before a time.
    record Hold(Instant until) implements Decision {}
  }

  /// Whether an alert may go as it is.
  static boolean isWithinLimit(ChatQueue queue, int maxPerHour, Instant now) {
    boolean isHourOver = !now.isBefore(hourEnd(queue));
    return !queue.holding() && (isHourOver || queue.alertsInHour() < maxPerHour);
  }

  /// What to do when it is not calm.
  ///
  /// @param oldest when the first alert that waits was made
  /// @param newest when the last was
  static Decision decide(ChatQueue queue, Instant oldest, Instant newest, Instant now) {
    if (!now.isBefore(hourEnd(queue))) {
      return new Decision.SendDigest();
    }
    if (queue.lastDigestMillis() >= queue.hourStartMillis()) {
      return new Decision.Hold(hourEnd(queue));
    }
    Instant rests = newest.plus(QUIET_PERIOD);
    Instant latest = oldest.plus(MAX_HOLD);
    Instant due = rests.isBefore(latest) ? rests : latest;
    return now.isBefore(due) ? new Decision.Hold(due) : new Decision.SendDigest();
  }

  private static Instant hourEnd(ChatQueue queue) {
    return Instant.ofEpochMilli(queue.hourStartMillis()).plus(HOUR);
  }

  /// The start of the hour that a moment is counted in.
  static long hourStartAt(ChatQueue queue, Instant now) {
    return now.isBefore(hourEnd(queue)) ? queue.hourStartMillis() : now.toEpochMilli();
  }

  /// The alerts in that hour so far.
  static int alertsInHour(ChatQueue queue, long hourMillis) {
    return hourMillis == queue.hourStartMillis() ? queue.alertsInHour() : 0;
  }
}
