package dev.bongsu.delivery;

import java.time.Duration;
import java.time.Instant;

/// Keeps a storm of alerts from drowning a chat: after so many in an hour the rest is held and told
/// as one digest. The first digest of an hour comes when the storm rests for a minute, after ten
/// minutes at the latest; what comes after it waits for the hour's end.
///
/// An hour begins with the first alert after the last one's end.
final class StormRule {
  static final Duration HOUR = Duration.ofHours(1);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private StormRule() {}

  /// What to do when an alert is the chat's next.
  sealed interface Turn {
    /// Send it.
    record Alert() implements Turn {}

    /// Tell all that wait in one.
    record Digest() implements Turn {}

    /// Nothing before a time.
    record Hold(Instant until) implements Turn {}
  }

  /// Whether an alert may go as it is.
  static boolean isCalm(Queue queue, int maxPerHour, Instant now) {
    boolean isHourOver = !now.isBefore(hourEnd(queue));
    return !queue.holding() && (isHourOver || queue.hourAlerts() < maxPerHour);
  }

  /// What to do when it is not calm.
  ///
  /// @param oldest when the first alert that waits was made
  /// @param newest when the last was
  static Turn of(Queue queue, Instant oldest, Instant newest, Instant now) {
    if (!now.isBefore(hourEnd(queue))) {
      return new Turn.Digest();
    }
    if (queue.digestMillis() >= queue.hourMillis()) {
      return new Turn.Hold(hourEnd(queue));
    }
    Instant rests = newest.plus(REST);
    Instant latest = oldest.plus(PATIENCE);
    Instant due = rests.isBefore(latest) ? rests : latest;
    return now.isBefore(due) ? new Turn.Hold(due) : new Turn.Digest();
  }

  private static Instant hourEnd(Queue queue) {
    return Instant.ofEpochMilli(queue.hourMillis()).plus(HOUR);
  }

  /// The start of the hour that a moment is counted in.
  static long hourOf(Queue queue, Instant now) {
    return now.isBefore(hourEnd(queue)) ? queue.hourMillis() : now.toEpochMilli();
  }

  /// The alerts in that hour so far.
  static int alertsIn(Queue queue, long hourMillis) {
    return hourMillis == queue.hourMillis() ? queue.hourAlerts() : 0;
  }
}
