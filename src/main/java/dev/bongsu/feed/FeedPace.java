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
/// @param fastest the floor of the settings
/// @param usual the interval of the settings
record FeedPace(Duration fastest, Duration usual) {
  private static final Duration RECENT = Duration.ofHours(3);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final int FEWEST = 2;
  private static final int SLOWER_AFTER_A_WEEK = 2;
  private static final int SLOWER_AFTER_A_MONTH = 4;

  /// After a document that was new.
  ///
  /// @param published the dates of its entries
  Duration afterNews(Collection<Instant> published, Instant now) {
    Instant since = now.minus(RECENT);
    long recent =
        published.stream().filter(date -> date.isAfter(since) && !date.isAfter(now)).count();
    return recent < FEWEST ? usual : between(RECENT.dividedBy(2 * recent));
  }

  /// After a poll that brought nothing.
  ///
  /// @param before the pace until now
  /// @param changed when the document last was new
  Duration afterNothing(Duration before, Instant changed, Instant now) {
    Duration silence = Duration.between(changed, now);
    if (silence.compareTo(MONTH) > 0) {
      return usual.multipliedBy(SLOWER_AFTER_A_MONTH);
    }
    if (silence.compareTo(WEEK) > 0) {
      return usual.multipliedBy(SLOWER_AFTER_A_WEEK);
    }
    return between(before.multipliedBy(3).dividedBy(2));
  }

  private Duration between(Duration pace) {
    if (pace.compareTo(fastest) < 0) {
      return fastest;
    }
    return pace.compareTo(usual) > 0 ? usual : pace;
  }
}
