package dev.bongsu.testkit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// A platform's limits on the clock it shares with the bot, strict to the millisecond: so many
/// requests in any window, for each name.
final class SlidingWindowLimiter {
  private final InstantSource clock;
  private final Map<String, Deque<Long>> requestTimes = new HashMap<>();

  SlidingWindowLimiter(InstantSource clock) {
    this.clock = clock;
  }

  /// Counts a request.
  ///
  /// @param limits all of which must have room; else it is counted for none
  /// @return how long to wait; zero if it may pass
  synchronized Duration tryAcquire(Limit... limits) {
    long now = clock.millis();
    long wait = 0;
    for (Limit limit : limits) {
      Deque<Long> times = times(limit);
      while (!times.isEmpty() && times.getFirst() + limit.window().toMillis() <= now) {
        times.removeFirst();
      }
      if (times.size() >= limit.max()) {
        wait = Math.max(wait, times.getFirst() + limit.window().toMillis() - now);
      }
    }
    if (wait == 0) {
      for (Limit limit : limits) {
        times(limit).add(now);
      }
    }
    return Duration.ofMillis(wait);
  }

  private Deque<Long> times(Limit limit) {
    return requestTimes.computeIfAbsent(limit.name(), _ -> new ArrayDeque<>());
  }

  /// At most so many in any window.
  record Limit(String name, int max, Duration window) {}
}
