package dev.bongsu.delivery;

import java.time.Duration;

/// Measures by how much longer than usual a platform's answer took: the message may have arrived so
/// much later. Threads: safe for any number.
final class LatencyBaseline {
  /// How fast the baseline follows slower answers.
  private static final double ADAPTATION_RATE = 1 / 64.0;

  private double baselineMillis;

  synchronized Duration excess(Duration took) {
    double millis = Math.max(0, took.toMillis());
    double late = Math.max(0, millis - baselineMillis);
    baselineMillis += late == 0 ? millis - baselineMillis : late * ADAPTATION_RATE;
    return Duration.ofMillis((long) late);
  }
}
