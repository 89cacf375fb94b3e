package dev.bongsu.delivery;

import java.time.Duration;
import java.time.Instant;

/// Limits the alerts of a chat. After a number of alerts in an hour the rest is held and sent as
/// one digest. The first digest of an hour is sent when no alert came for a minute, after ten
/// minutes at the latest; later alerts wait for the end of the hour.
///
/// An hour begins with the first alert after the end of the last hour.
final class BatchingPolicy {
  static final Duration HOUR = Duration.ofHours(1);
  private static final Duration QUIET_PERIOD = Duration.ofMinutes(1);
  private static final Duration MAX_HOLD = Duration.ofMinutes(10);

  private BatchingPolicy() {}

  /// What to do when an alert is the chat's next.
  sealed interface Decision {
    /// Send it.
    record SendSingly() implements Decision {}

    /// Send all waiting alerts in one message.
    record SendDigest() implements Decision {}

    /// Send nothing before a time.
    record Hold(Instant until) implements Decision {}
  }

  /// Whether an alert may be sent singly.
  static boolean isWithinLimit(ChatQueue queue, int maxPerHour, Instant now) {
    boolean isHourOver = !now.isBefore(hourEnd(queue));
    return !queue.holding() && (isHourOver || queue.alertsInHour() < maxPerHour);
  }

  /// What to do beyond the limit.
  ///
  /// @param oldest when the first waiting alert was created
  /// @param newest when the last waiting alert was created
  static Decision decide(ChatQueue queue, Instant oldest, Instant newest, Instant now) {
    if (!now.isBefore(hourEnd(queue))) {
      return new Decision.SendDigest();
    }
    if (queue.lastDigestMillis() >= queue.hourStartMillis()) {
      return new Decision.Hold(hourEnd(queue));
    }
    Instant quiet = newest.plus(QUIET_PERIOD);
    Instant latest = oldest.plus(MAX_HOLD);
    Instant due = quiet.isBefore(latest) ? quiet : latest;
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
