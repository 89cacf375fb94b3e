package dev.bongsu.archive;

import dev.bongsu.feed.FeedId;
import java.time.Instant;
import java.util.Set;

/// The articles that a search may return.
///
/// @param since older articles are excluded
/// @param feeds the feeds whose articles may be returned
public record SearchScope(Instant since, Set<FeedId> feeds) {
  public SearchScope {
    feeds = Set.copyOf(feeds);
  }
}
