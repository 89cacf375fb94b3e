package dev.bongsu.feed;

import dev.bongsu.syndication.FeedHints;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// When a feed is asked again.
public final class FeedSchedule {
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_DOUBLINGS = 20;

  private final Duration interval;
  private final Duration floor;
  private final DoubleSupplier chance;

  /// A schedule of these settings.
  ///
  /// @param chance numbers from 0 (inclusive) to 1, which spread the retries of many feeds
  public FeedSchedule(FeedSettings settings, DoubleSupplier chance) {
    this.floor = settings.minInterval();
    this.interval = longer(settings.interval(), floor);
    this.chance = chance;
  }

  /// How a feed's own interval is learned.
  FeedPace pace() {
    return new FeedPace(floor, interval);
  }

  /// After the feed was read, or had nothing new: at its pace, but no sooner than its publisher
  /// wants, a day later at most.
  Instant afterSuccess(Instant now, Duration pace, FeedHints hints) {
    Duration wait = longer(longer(pace, floor), hints.every());
    return hints.outsideSkipped(now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
  }

  /// After it could not be read: between the floor and twice the interval, doubled with each
  /// failure, a day at most; never before the server wants it.
  ///
  /// @param failures in a row, this one included; at least 1
  /// @param retryAt the server's own wish; null if it has none
  public Instant afterFailure(Instant now, int failures, @Nullable Instant retryAt) {
    Duration doubled = interval.multipliedBy(1L << Math.clamp(failures, 1, MOST_DOUBLINGS));
    Duration most = longer(floor, doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    long spread = (long) (most.minus(floor).toMillis() * chance.getAsDouble());
    Instant next = now.plus(floor).plusMillis(spread);
    return retryAt != null && retryAt.isAfter(next) ? retryAt : next;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
