package dev.bongsu.delivery;

import java.time.Duration;

/// Spreads a token's alerts over the second. It does not keep the platform's rate, which the
/// permits do ([PermitStore]): without it, alerts would take all of a second's permits at once, and
/// an answer would wait for the next second; with it the next permit is free when the next alert
/// would go, and an answer takes it.
///
/// @param gapMillis from one alert to the next
record AlertPacer(long gapMillis) {
  /// What was missed while nobody looked is made up, but not more: so long a wait is hardly
  /// noticed.
  private static final long MAX_CATCH_UP_MILLIS = 100;

  private static final long SECOND_MILLIS = Duration.ofSeconds(1).toMillis();

  /// @param perSecond at least 1
  static AlertPacer ofRate(int perSecond) {
    return new AlertPacer(Math.max(1, SECOND_MILLIS / perSecond));
  }

  /// How many may go now.
  ///
  /// @param fromMillis when the next may go
  int allowed(long fromMillis, long nowMillis) {
    return fromMillis > nowMillis
        ? 0
        : Math.toIntExact(1 + (nowMillis - effectiveStart(fromMillis, nowMillis)) / gapMillis);
  }

  /// When the next may go after so many.
  long nextAfter(long fromMillis, long nowMillis, long alerts) {
    return effectiveStart(fromMillis, nowMillis) + alerts * gapMillis;
  }

  private static long effectiveStart(long fromMillis, long nowMillis) {
    return Math.max(fromMillis, nowMillis - MAX_CATCH_UP_MILLIS);
  }
}
