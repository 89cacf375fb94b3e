package dev.bongsu.cli;

import dev.bongsu.feed.FailingFeed;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedCounts;
import dev.bongsu.feed.FeedStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether the shipped list of feeds can be read, and how the feeds fare.
///
/// @param catalogue reads the list
/// @param store empty as long as there is no database
public record FeedsCheck(Supplier<FeedCatalogue> catalogue, Supplier<Optional<FeedStore>> store)
    implements DoctorCheck {
  /// A feed that failed once or twice is every day's.
  private static final int MIN_FAILURES = 3;

  private static final int MAX_SHOWN = 20;

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.passed("catalogue", catalogue.get().toString()));
    store.get().ifPresent(feeds -> findings.addAll(feedFindings(feeds)));
    return findings;
  }

  private List<Finding> feedFindings(FeedStore feeds) {
    List<Finding> findings = new ArrayList<>();
    FeedCounts counts = feeds.counts();
    findings.add(
        Finding.passed(
            name(),
            "%d are watched, %d of them have trouble, %d were never read yet"
                .formatted(counts.active(), counts.failing(), counts.neverRead())));
    feeds.failing(MIN_FAILURES, MAX_SHOWN).forEach(feed -> findings.add(failing(feed)));
    return findings;
  }

  private Finding failing(FailingFeed feed) {
    return Finding.failed(
        name(),
        "%s failed %d times in a row: %s".formatted(feed.feed(), feed.failures(), feed.error()),
        "look at it with: feed ADDRESS; if it moved, add the new address and remove this one");
  }
}
