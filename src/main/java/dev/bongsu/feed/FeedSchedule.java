package dev.bongsu.feed;

import dev.bongsu.syndication.FeedHints;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// When a feed is asked again.
public final class FeedSchedule {
  private static final Duration MAX_DELAY = Duration.ofHours(24);
  private static final int MAX_DOUBLINGS = 20;

  private final Duration interval;
  private final Duration minInterval;
  private final DoubleSupplier random;

  /// A schedule of these settings.
  ///
  /// @param random numbers from 0 (inclusive) to 1, which spread the retries of many feeds
  public FeedSchedule(FeedSettings settings, DoubleSupplier random) {
    this.minInterval = settings.minInterval();
    this.interval = max(settings.interval(), minInterval);
    this.random = random;
  }

  /// How a feed's own interval is learned.
  AdaptiveInterval adaptiveInterval() {
    return new AdaptiveInterval(minInterval, interval);
  }

  /// After the feed was read, or had nothing new: at its pace, but no sooner than its publisher
  /// wants, a day later at most.
  Instant afterSuccess(Instant now, Duration pace, FeedHints hints) {
    Duration wait = max(max(pace, minInterval), hints.minInterval());
    return hints.nextAllowed(now.plus(wait.compareTo(MAX_DELAY) < 0 ? wait : MAX_DELAY));
  }

  /// After it could not be read: between the floor and twice the interval, doubled with each
  /// failure, a day at most; never before the server wants it.
  ///
  /// @param failures in a row, this one included; at least 1
  /// @param retryAt the server's own wish; null if it has none
  public Instant afterFailure(Instant now, int failures, @Nullable Instant retryAt) {
    Duration doubled = interval.multipliedBy(1L << Math.clamp(failures, 1, MAX_DOUBLINGS));
    Duration most = max(minInterval, doubled.compareTo(MAX_DELAY) < 0 ? doubled : MAX_DELAY);
    long spread = (long) (most.minus(minInterval).toMillis() * random.getAsDouble());
    Instant next = now.plus(minInterval).plusMillis(spread);
    return retryAt != null && retryAt.isAfter(next) ? retryAt : next;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
