package dev.bongsu.archive;

import dev.bongsu.feed.FeedId;
import java.time.Instant;
import java.util.Set;

/// Which articles count.
///
/// @param since no older ones
/// @param secretFeeds of articles that only a feed's keepers may see, those of these feeds
public record SearchScope(Instant since, Set<FeedId> secretFeeds) {
  public SearchScope {
    secretFeeds = Set.copyOf(secretFeeds);
  }
}
