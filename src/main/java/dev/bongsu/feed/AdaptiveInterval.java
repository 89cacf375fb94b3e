package dev.bongsu.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// How often a feed deserves to be asked, learned from how often it publishes.
///
/// While three hours bring two entries or more, it is asked twice as often as they come. Afterwards
/// the pace falls back step by step; a feed that has shown nothing new for a week, or a month, is
/// asked half, or a quarter, as often as the interval says.
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

  /// After a document that was new.
  ///
  /// @param published the dates of its entries
  Duration afterChange(Collection<Instant> published, Instant now) {
    Instant since = now.minus(RECENT);
    long recent =
        published.stream().filter(date -> date.isAfter(since) && !date.isAfter(now)).count();
    return recent < MIN_RECENT_ENTRIES ? baseInterval : clamp(RECENT.dividedBy(2 * recent));
  }

  /// After a poll that brought nothing.
  ///
  /// @param before the pace until now
  /// @param changed when the document last was new
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
