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
  private volatile @Nullable Rates rates;

  void enforce(InstantSource clock) {
    rates = new Rates(clock);
  }

  int refusals() {
    return refusals.get();
  }

  /// Counts a message.
  ///
  /// @return how long to wait; zero if it may pass
  Duration take(String chat) {
    Rates held = rates;
    Duration wait = held == null ? Duration.ZERO : wait(held, chat);
    if (wait.isPositive()) {
      refusals.incrementAndGet();
    }
    return wait;
  }

  /// A second with a burst of three is, in any time, two messages more than it has seconds.
  private static Duration wait(Rates rates, String chat) {
    Rates.Limit all = new Rates.Limit("all", PER_SECOND, SECOND);
    if (chat.startsWith("-") || chat.startsWith("@")) {
      return rates.take(all, new Rates.Limit(chat, 20, Duration.ofMinutes(1)));
    }
    return rates.take(
        all,
        new Rates.Limit(chat + " now", 3, SECOND),
        new Rates.Limit(chat + " soon", 7, SECOND.multipliedBy(5)),
        new Rates.Limit(chat + " on", 32, SECOND.multipliedBy(30)));
  }
}
