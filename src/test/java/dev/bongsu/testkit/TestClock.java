package dev.bongsu.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until a test moves it.
public final class TestClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-03-02T00:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves the clock forward.
  public void advance(Duration step) {
    now = now.plus(step);
  }
}
