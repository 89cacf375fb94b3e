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

  /// @param oldest when the first alert that waits was made
  /// @param newest when the last was
  static Turn of(Queue queue, Instant oldest, Instant newest, int maxPerHour, Instant now) {
    Instant hourEnd = Instant.ofEpochMilli(queue.hourMillis()).plus(HOUR);
    if (!now.isBefore(hourEnd)) {
      return queue.holding() ? new Turn.Digest() : new Turn.Alert();
    }
    if (queue.hourAlerts() < maxPerHour && !queue.holding()) {
      return new Turn.Alert();
    }
    if (queue.digestMillis() >= queue.hourMillis()) {
      return new Turn.Hold(hourEnd);
    }
    Instant rests = newest.plus(REST);
    Instant latest = oldest.plus(PATIENCE);
    Instant due = rests.isBefore(latest) ? rests : latest;
    return now.isBefore(due) ? new Turn.Hold(due) : new Turn.Digest();
  }

  /// The start of the hour that a moment is counted in.
  static long hourOf(Queue queue, Instant now) {
    Instant hourEnd = Instant.ofEpochMilli(queue.hourMillis()).plus(HOUR);
    return now.isBefore(hourEnd) ? queue.hourMillis() : now.toEpochMilli();
  }

  /// The alerts in that hour so far.
  static int alertsIn(Queue queue, long hourMillis) {
    return hourMillis == queue.hourMillis() ? queue.hourAlerts() : 0;
  }
}
