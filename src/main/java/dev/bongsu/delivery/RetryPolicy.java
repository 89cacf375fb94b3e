package dev.bongsu.delivery;

import java.time.Duration;

/// When a send that failed is tried again: after 5 s, then three times longer each time, an hour at
/// most; after the eighth failure never (about an hour and a half in all).
///
/// What says nothing about the message does not count: a platform that cannot be reached is tried
/// every quarter of a minute for as long as it takes.
final class RetryPolicy {
  static final int MAX_ATTEMPTS = 8;

  /// The wait when the platform was not reached.
  static final Duration UNREACHABLE_DELAY = Duration.ofSeconds(15);

  /// The wait when a chat is not known: three of them are more than a day.
  static final Duration UNKNOWN_CHAT_DELAY = Duration.ofHours(12);

  private static final Duration INITIAL_DELAY = Duration.ofSeconds(5);
  private static final Duration MAX_DELAY = Duration.ofHours(1);
  private static final int BACKOFF_FACTOR = 3;

  private RetryPolicy() {}

  /// Whether a delivery has had all its attempts.
  static boolean isExhausted(int attempts) {
    return attempts >= MAX_ATTEMPTS;
  }

  /// The wait after so many failed attempts.
  ///
  /// @param attempts at least 1
  static Duration delayAfter(int attempts) {
    Duration wait =
        INITIAL_DELAY.multipliedBy(
            (long) Math.pow(BACKOFF_FACTOR, Math.min(attempts, MAX_ATTEMPTS) - 1.0));
    return wait.compareTo(MAX_DELAY) < 0 ? wait : MAX_DELAY;
  }

  /// Whether a send that may have arrived is repeated: once if nothing was answered, as often as
  /// any other failure if an error page was, which rarely hides a message that arrived.
  ///
  /// @param ambiguousSends sends before this one of which nobody knows whether they arrived
  static boolean mayRepeat(boolean answered, int attempts, int ambiguousSends) {
    return !isExhausted(attempts) && (answered || ambiguousSends == 0);
  }
}
