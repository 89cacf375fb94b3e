package dev.bongsu.config;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The system clock without steps backward. If the system clock is set back, this clock runs at
/// half speed until the system clock catches up, so that due work is neither late nor done twice.
/// It follows a step forward at once: after a sleep the system clock is right.
final class MonotonicClock implements InstantSource {
  private final InstantSource systemClock;
  private final LongSupplier nanoTime;
  private final Duration maxAhead;
  private Instant last;
  private long lastNanos;

  /// @param maxAhead a step backward that is longer is taken at once: among several nodes a clock
  ///   that is far from the others' does more harm than a wait
  MonotonicClock(InstantSource systemClock, LongSupplier nanoTime, Duration maxAhead) {
    this.systemClock = systemClock;
    this.nanoTime = nanoTime;
    this.maxAhead = maxAhead;
    this.last = systemClock.instant();
    this.lastNanos = nanoTime.getAsLong();
  }

  @Override
  public synchronized Instant instant() {
    long nanos = nanoTime.getAsLong();
    Instant shown = systemClock.instant();
    Instant slow = last.plusNanos(Math.max(0, nanos - lastNanos) / 2);
    boolean ahead = slow.isAfter(shown) && !slow.isAfter(shown.plus(maxAhead));
    last = ahead ? slow : shown;
    lastNanos = nanos;
    return last;
  }
}
