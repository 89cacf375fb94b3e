package dev.bongsu.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// The polling interval of a feed, learned from how often it publishes.
///
/// While three hours bring two entries or more, the feed is polled twice as often as they appear.
/// Afterwards the interval grows step by step; after a week without a new entry it is twice the
/// base interval, after a month four times.
///
/// @param minInterval the floor of the settings
/// @param baseInterval the interval of the settings
record AdaptiveInterval(Duration minInterval, Duration baseInterval) {
  private static final Duration RECENT = Duration.ofHours(3);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int MIN_RECENT_ENTRIES = 2;
  private static final int FACTOR_AFTER_WEEK = 2;
  private static final int FACTOR_AFTER_MONTH = 4;

  /// The interval after a changed document.
  ///
  /// @param published the dates of its entries
  Duration afterChange(Collection<Instant> published, Instant now) {
    Instant since = now.minus(RECENT);
    long recent =
        published.stream().filter(date -> date.isAfter(since) && !date.isAfter(now)).count();
    return recent < MIN_RECENT_ENTRIES ? baseInterval : clamp(RECENT.dividedBy(2 * recent));
  }

  /// The interval after an unchanged document.
  ///
  /// @param before the interval until now
  /// @param changed when the document changed last
  Duration afterNoChange(Duration before, Instant changed, Instant now) {
    Duration silence = Duration.between(changed, now);
    if (silence.compareTo(MONTH) > 0) {
      return baseInterval.multipliedBy(FACTOR_AFTER_MONTH);
    }
    if (silence.compareTo(WEEK) > 0) {
      return baseInterval.multipliedBy(FACTOR_AFTER_WEEK);
    }
    return clamp(before.multipliedBy(3).dividedBy(2));
  }

  private Duration clamp(Duration pace) {
    if (pace.compareTo(minInterval) < 0) {
      return minInterval;
    }
    return pace.compareTo(baseInterval) > 0 ? baseInterval : pace;
  }
}
