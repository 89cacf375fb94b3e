package dev.bongsu.feed;

import dev.bongsu.syndication.FeedHints;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// Schedules the next poll of a feed.
public final class FeedSchedule {
  private static final Duration MAX_DELAY = Duration.ofHours(24);
  private static final int MAX_DOUBLINGS = 20;
  private static final int OUTAGE_FACTOR = 4;

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

  /// The policy that learns a feed's interval.
  AdaptiveInterval adaptiveInterval() {
    return new AdaptiveInterval(minInterval, interval);
  }

  /// After a successful poll: at the learned interval, not before the publisher's hints allow, and
  /// within a day.
  Instant afterSuccess(Instant now, Duration pace, FeedHints hints) {
    Duration wait = max(max(pace, minInterval), hints.minInterval());
    return hints.nextAllowed(now.plus(wait.compareTo(MAX_DELAY) < 0 ? wait : MAX_DELAY));
  }

  /// After a failed poll: between the floor and twice the interval, doubled with each failure, and
  /// not before the server's Retry-After. Within a day of failures at most four intervals, so that
  /// a feed is back soon after an outage of its host; after that at most a day.
  ///
  /// @param failures in a row, this one included; at least 1
  /// @param since the first of these failures
  /// @param retryAt from the server's Retry-After; null if it sent none
  public Instant afterFailure(Instant now, int failures, Instant since, @Nullable Instant retryAt) {
    Duration doubled = interval.multipliedBy(1L << Math.clamp(failures, 1, MAX_DOUBLINGS));
    boolean perhapsAnOutage = Duration.between(since, now).compareTo(MAX_DELAY) < 0;
    Duration limit =
        perhapsAnOutage ? min(interval.multipliedBy(OUTAGE_FACTOR), MAX_DELAY) : MAX_DELAY;
    Duration most = max(minInterval, min(doubled, limit));
    long spread = (long) (most.minus(minInterval).toMillis() * random.getAsDouble());
    Instant next = now.plus(minInterval).plusMillis(spread);
    return retryAt != null && retryAt.isAfter(next) ? retryAt : next;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
