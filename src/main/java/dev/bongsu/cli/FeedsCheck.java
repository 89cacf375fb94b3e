package dev.bongsu.cli;

import dev.bongsu.feed.FailingFeed;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedCounts;
import dev.bongsu.feed.FeedStatisticsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether the catalogue of feeds is readable, and which feeds fail.
///
/// @param catalogue reads the catalogue
/// @param store empty if there is no database
record FeedsCheck(Supplier<FeedCatalogue> catalogue, Supplier<Optional<FeedStatisticsStore>> store)
    implements DoctorCheck {
  /// One or two failures in a row are common.
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

  private List<Finding> feedFindings(FeedStatisticsStore feeds) {
    List<Finding> findings = new ArrayList<>();
    FeedCounts counts = feeds.counts();
    findings.add(
        Finding.passed(
            name(),
            "%d active, %d of them failing, %d not read yet"
                .formatted(counts.active(), counts.failing(), counts.neverRead())));
    feeds.failing(MIN_FAILURES, MAX_SHOWN).forEach(feed -> findings.add(failing(feed)));
    return findings;
  }

  private Finding failing(FailingFeed feed) {
    return Finding.failed(
        name(),
        "%s failed %d times in a row: %s".formatted(feed.feed(), feed.failures(), feed.error()),
        "see the error with: feed ADDRESS; if it moved, add the new address and remove this one");
  }
}
