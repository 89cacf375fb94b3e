package dev.bongsu.telegram;

import java.time.Duration;

/// Waits that double from failure to failure. For one thread.
final class Backoff {
  private final Duration first;
  private final Duration max;
  private Duration next;

  Backoff(Duration next, Duration longest) {
    this.first = next;
    this.max = longest;
    this.next = next;
  }

  Duration next() {
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(max) < 0 ? doubled : max;
    return wait;
  }

  void reset() {
    next = first;
  }
}
