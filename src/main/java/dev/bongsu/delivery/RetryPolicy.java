package dev.bongsu.delivery;

import java.time.Duration;

/// When a failed send is retried: after 5 s, then three times later each time, an hour at most; not
/// after the eighth failure (about an hour and a half in all).
///
/// Failures that are not the message's do not count: a platform that cannot be reached is retried
/// every 15 s without end.
final class RetryPolicy {
  static final int MAX_ATTEMPTS = 8;

  /// The wait when the platform is unreachable.
  static final Duration UNREACHABLE_DELAY = Duration.ofSeconds(15);

  /// The wait when the platform does not know a chat: three of them are more than a day.
  static final Duration UNKNOWN_CHAT_DELAY = Duration.ofHours(12);

  private static final Duration INITIAL_DELAY = Duration.ofSeconds(5);
  private static final Duration MAX_DELAY = Duration.ofHours(1);
  private static final int BACKOFF_FACTOR = 3;

  private RetryPolicy() {}

  /// Whether a delivery has had all its attempts.
  static boolean isExhausted(int attempts) {
    return attempts >= MAX_ATTEMPTS;
  }

  /// The wait after a number of failed attempts.
  ///
  /// @param attempts at least 1
  static Duration delayAfter(int attempts) {
    Duration wait =
        INITIAL_DELAY.multipliedBy(
            (long) Math.pow(BACKOFF_FACTOR, Math.min(attempts, MAX_ATTEMPTS) - 1.0));
    return wait.compareTo(MAX_DELAY) < 0 ? wait : MAX_DELAY;
  }

  /// Whether a send that may have arrived is repeated: once without an answer, as often as any
  /// other failure after an error page, which rarely hides a message that arrived.
  ///
  /// @param ambiguousSends earlier sends with an unknown result
  static boolean mayRepeat(boolean answered, int attempts, int ambiguousSends) {
    return !isExhausted(attempts) && (answered || ambiguousSends == 0);
  }
}
