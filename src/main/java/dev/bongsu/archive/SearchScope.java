package dev.bongsu.archive;

import dev.bongsu.feed.FeedId;
import java.time.Instant;
import java.util.Map;

/// The articles that a search may return.
///
/// @param since older articles are excluded
/// @param feeds the feeds whose articles may be returned, each with a time: those that were seen
///   from then on
public record SearchScope(Instant since, Map<FeedId, Instant> feeds) {
  public SearchScope {
    feeds = Map.copyOf(feeds);
  }
}
