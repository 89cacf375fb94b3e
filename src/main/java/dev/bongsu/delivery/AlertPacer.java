package dev.bongsu.delivery;

import java.time.Duration;

/// Spreads a token's alerts evenly over the second. The platform's rate is kept by the permits
/// ([PermitStore]). Without the spread, alerts would take all permits of a second at once and a
/// reply would wait for the next second.
///
/// @param gapMillis between two alerts
/// @param startMillis when the next alert may be sent; at most 100 ms ago, so that only a short
///   pause is made up for
/// @param nowMillis the present
record AlertPacer(long gapMillis, long startMillis, long nowMillis) {
  private static final long MAX_CATCH_UP_MILLIS = 100;
  private static final long SECOND_MILLIS = Duration.ofSeconds(1).toMillis();

  /// @param perSecond at least 1
  /// @param allowedMillis when the next alert may be sent
  static AlertPacer of(int perSecond, long allowedMillis, long nowMillis) {
    long start = Math.max(allowedMillis, nowMillis - MAX_CATCH_UP_MILLIS);
    return new AlertPacer(Math.max(1, SECOND_MILLIS / perSecond), start, nowMillis);
  }

  /// How many alerts may be sent now.
  int allowed() {
    return startMillis > nowMillis ? 0 : Math.toIntExact(1 + (nowMillis - startMillis) / gapMillis);
  }

  /// When the next alert may be sent after a number of alerts.
  long nextAfter(long alerts) {
    return startMillis + alerts * gapMillis;
  }
}
