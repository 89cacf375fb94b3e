package dev.bongsu.cli;

import dev.bongsu.command.FeedYield;
import dev.bongsu.command.FeedYields;
import dev.bongsu.feed.FailingFeed;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.FeedCounts;
import dev.bongsu.feed.FeedId;
import dev.bongsu.feed.FeedStatisticsStore;
import dev.bongsu.feed.FeedYieldStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Whether the catalogue of feeds is readable, and which feeds fail.
///
/// @param catalogue reads the catalogue
/// @param store empty if there is no database
/// @param yields likewise
record FeedsCheck(
    Supplier<FeedCatalogue> catalogue,
    Supplier<Optional<FeedStatisticsStore>> store,
    Supplier<Optional<FeedYields>> yields)
    implements DoctorCheck {
  /// One or two failures in a row are common.
  private static final int MIN_FAILURES = 3;

  private static final int MAX_SHOWN = 20;
  private static final int MAX_NAMED = 60;
  private static final String CATALOGUE = "catalogue";
  private static final String YIELD = "feeds in %d days".formatted(FeedYieldStore.DAYS);

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(catalogueFindings(catalogue.get()));
    store.get().ifPresent(feeds -> findings.addAll(feedFindings(feeds)));
    store
        .get()
        .ifPresent(
            feeds ->
                yields
                    .get()
                    .ifPresent(yield -> findings.addAll(yieldFindings(feeds.active(), yield))));
    return findings;
  }

  private static List<Finding> catalogueFindings(FeedCatalogue catalogue) {
    return catalogue.problems().isEmpty()
        ? List.of(Finding.passed(CATALOGUE, catalogue.toString()))
        : catalogue.problems().stream()
            .map(
                problem ->
                    Finding.failed(CATALOGUE, problem, "correct the entry, and restart the bot"))
            .toList();
  }

  /// Which feeds brought articles, alerts and trouble, most first, and which nothing.
  private static List<Finding> yieldFindings(List<Feed> feeds, FeedYields yields) {
    Function<FeedId, FeedYield> read = yields.read(null);
    Function<ToIntFunction<FeedYield>, String> most =
        count ->
            names(
                feeds.stream()
                    .filter(feed -> count.applyAsInt(read.apply(feed.id())) > 0)
                    .sorted(
                        Comparator.comparingInt(
                            (Feed feed) -> -count.applyAsInt(read.apply(feed.id()))))
                    .map(feed -> feed.displayName() + " " + count.applyAsInt(read.apply(feed.id())))
                    .toList());
    List<String> idle =
        feeds.stream()
            .filter(feed -> read.apply(feed.id()).articles() == 0)
            .map(Feed::displayName)
            .toList();
    return List.of(
        Finding.passed(YIELD, "articles: " + most.apply(FeedYield::articles)),
        Finding.passed(YIELD, "alerts: " + most.apply(FeedYield::alerts)),
        Finding.passed(YIELD, "failed polls: " + most.apply(FeedYield::failedPolls)),
        Finding.passed(YIELD, "no articles: " + names(idle)));
  }

  private static String names(List<String> names) {
    String shown = names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - MAX_NAMED;
    return more > 0 ? "%s and %d more".formatted(shown, more) : shown.isEmpty() ? "none" : shown;
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
