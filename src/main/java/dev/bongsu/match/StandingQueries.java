package dev.bongsu.match;

import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.StandingQuery;
import dev.bongsu.subscription.StandingQuery.QueryVersion;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of all standing queries, kept in step with the database: a subscription made on any
/// node is seen by the next article on every node. Thread-safe.
public final class StandingQueries {
  private static final Logger LOG = LoggerFactory.getLogger(StandingQueries.class);
  private static final int PAGE_SIZE = 5_000;
  private static final int LOG_PROGRESS_EVERY = 100_000;

  private final SubscriptionStore subscriptions;
  private final QueryIndex index;
  private final QueryParser parser;
  private QueryVersion lastRead = QueryVersion.after(0);

  /// Starts empty; the first match, or [#refresh], fills it.
  public StandingQueries(SubscriptionStore subscriptions, QueryIndex index, QueryParser parser) {
    this.subscriptions = subscriptions;
    this.index = index;
    this.parser = parser;
  }

  /// Counts the words of recent articles. Queries that are read later are placed at rare words at
  /// once; without this the index would learn them in the first hours.
  public void learnFrequencies(List<String> texts) {
    texts.forEach(index::learnFrequencies);
  }

  /// The standing queries that an article satisfies, each with its spans.
  public List<Match> match(MatchInput input) {
    refresh();
    return index.match(input);
  }

  /// Reads the changes since the last call.
  public synchronized void refresh() {
    long current = subscriptions.version();
    if (current <= lastRead.number()) {
      return;
    }
    if (lastRead.number() == 0 && subscriptions.recordAnalysis(index.analysisFingerprint())) {
      LOG.info("Analysis changed; re-analysing all queries");
    }
    long changes = readChanges();
    // Versions become visible in order, so nothing up to `current` is missing from the changes.
    lastRead = QueryVersion.after(Math.max(current, lastRead.number()));
    LOG.info("{} queries changed, {} indexed", changes, index.size());
  }

  /// A million queries take seconds, so they are read in pages, and the log shows the progress.
  private long readChanges() {
    long changes = 0;
    List<StandingQuery> page;
    do {
      page = subscriptions.changesAfter(lastRead, PAGE_SIZE);
      page.forEach(this::applySafely);
      lastRead = page.isEmpty() ? lastRead : page.getLast().changeVersion();
      changes += page.size();
      if (changes > 0 && changes % LOG_PROGRESS_EVERY == 0) {
        LOG.info("{} changed queries read so far", changes);
      }
    } while (page.size() == PAGE_SIZE);
    return changes;
  }

  /// One query that cannot be compiled must not keep the others out of the index.
  private void applySafely(StandingQuery change) {
    try {
      apply(change);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "Query {} could not be indexed; it is skipped until it changes", change.id().value(), e);
    }
  }

  private void apply(StandingQuery change) {
    if (!change.active()) {
      index.remove(change.id());
      return;
    }
    switch (parser.parse(change.text())) {
      case ParsedQuery.Valid(var query) -> index.put(change.id(), query);
      case ParsedQuery.Invalid(var problem, _, var arguments, _) -> {
        index.remove(change.id());
        LOG.error(
            "Query {} no longer parses, removed from the index: {} {}",
            change.id().value(),
            problem,
            arguments);
      }
    }
  }
}
