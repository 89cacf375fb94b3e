package dev.bongsu.delivery;

import java.time.Duration;

/// When a send that failed is tried again: after 5 s, then three times longer each time, an hour at
/// most; after the eighth failure never (about an hour and a half in all).
final class RetryPolicy {
  static final int MAX_ATTEMPTS = 8;
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int GROWTH = 3;

  private RetryPolicy() {}

  /// Whether a delivery has had all its attempts.
  static boolean isSpent(int attempts) {
    return attempts >= MAX_ATTEMPTS;
  }

  /// The wait after so many failed attempts.
  ///
  /// @param attempts at least 1
  static Duration waitAfter(int attempts) {
    Duration wait =
        FIRST.multipliedBy((long) Math.pow(GROWTH, Math.min(attempts, MAX_ATTEMPTS) - 1.0));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
