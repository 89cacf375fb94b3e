package dev.bongsu.delivery;

import java.time.Duration;

/// Tells by how much longer than usual an answer took: by so much a message may have arrived later
/// than others did. Threads: safe for any number.
final class UsualLatency {
  /// How slowly it believes that answers have become slower.
  private static final double DRIFT = 1 / 64.0;

  private double usualMillis;

  synchronized Duration lateness(Duration took) {
    double millis = Math.max(0, took.toMillis());
    double late = Math.max(0, millis - usualMillis);
    usualMillis += late == 0 ? millis - usualMillis : late * DRIFT;
    return Duration.ofMillis((long) late);
  }
}
