package dev.bongsu.testkit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Telegram's rates, once they are enforced: 30 messages a second in all, 20 a minute to a group or
/// channel, one a second to a person with a burst of three.
final class TelegramLimits {
  private static final int PER_SECOND = 30;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicInteger refusals = new AtomicInteger();
  private volatile @Nullable SlidingWindowLimiter rates;

  void enforce(InstantSource clock) {
    rates = new SlidingWindowLimiter(clock);
  }

  int refusals() {
    return refusals.get();
  }

  /// Counts a message.
  ///
  /// @return how long to wait; zero if it may pass
  Duration tryAcquire(String chat) {
    SlidingWindowLimiter held = rates;
    Duration wait = held == null ? Duration.ZERO : wait(held, chat);
    if (wait.isPositive()) {
      refusals.incrementAndGet();
    }
    return wait;
  }

  /// A second with a burst of three is, in any time, two messages more than it has seconds.
  private static Duration wait(SlidingWindowLimiter rates, String chat) {
    SlidingWindowLimiter.Limit all = new SlidingWindowLimiter.Limit("all", PER_SECOND, SECOND);
    if (chat.startsWith("-") || chat.startsWith("@")) {
      return rates.tryAcquire(all, new SlidingWindowLimiter.Limit(chat, 20, Duration.ofMinutes(1)));
    }
    return rates.tryAcquire(
        all,
        new SlidingWindowLimiter.Limit(chat + " now", 3, SECOND),
        new SlidingWindowLimiter.Limit(chat + " soon", 7, SECOND.multipliedBy(5)),
        new SlidingWindowLimiter.Limit(chat + " on", 32, SECOND.multipliedBy(30)));
  }
}
