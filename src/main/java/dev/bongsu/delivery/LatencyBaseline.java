package dev.bongsu.delivery;

import java.time.Duration;

/// Tells by how much longer than usual an answer took: by so much a message may have arrived later
/// than others did. Threads: safe for any number.
final class LatencyBaseline {
  /// How slowly it believes that answers have become slower.
  private static final double ADAPTATION_RATE = 1 / 64.0;

  private double baselineMillis;

  synchronized Duration excess(Duration took) {
    double millis = Math.max(0, took.toMillis());
    double late = Math.max(0, millis - baselineMillis);
    baselineMillis += late == 0 ? millis - baselineMillis : late * ADAPTATION_RATE;
    return Duration.ofMillis((long) late);
  }
}
