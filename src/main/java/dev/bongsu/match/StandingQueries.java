package dev.bongsu.match;

import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.StandingQuery.QueryVersion;
import dev.bongsu.subscription.StandingQuery;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of all standing queries, in step with the database: a subscription made on any node is
/// seen by the next article on every node.
///
/// Threads: safe for any number.
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

  /// Learns from articles of late which words are frequent. Queries that are read after that stand
  /// where few articles lead to them; without it the bot would find out in the first hours.
  public void learnFrequencies(List<String> texts) {
    texts.forEach(index::learnFrequencies);
  }

  /// The standing queries that an article satisfies, each with where it does.
  public List<Match> match(MatchInput subject) {
    refresh();
    return index.match(subject);
  }

  /// Takes over what changed since the last time.
  public synchronized void refresh() {
    long current = subscriptions.version();
    if (current <= lastRead.number()) {
      return;
    }
    if (lastRead.number() == 0 && subscriptions.recordAnalysis(index.analysisFingerprint())) {
      LOG.info("Words are analysed in another way than before; all queries are analysed anew");
    }
    long changes = readChanges();
    // Versions become visible in order, so nothing up to `current` is missing from the changes.
    lastRead = QueryVersion.after(Math.max(current, lastRead.number()));
    LOG.info("{} queries changed; {} stand now", changes, index.size());
  }

  /// A million queries take seconds: page by page, with a line of log now and then.
  private long readChanges() {
    long changes = 0;
    List<StandingQuery> page;
    do {
      page = subscriptions.changesAfter(lastRead, PAGE_SIZE);
      page.forEach(this::applySafely);
      lastRead = page.isEmpty() ? lastRead : page.getLast().changeVersion();
      changes += page.size();
      if (changes > 0 && changes % LOG_PROGRESS_EVERY == 0) {
        LOG.info("{} changed queries read, and more to come", changes);
      }
    } while (page.size() == PAGE_SIZE);
    return changes;
  }

  /// One query that cannot be compiled must not keep the others from standing.
  private void applySafely(StandingQuery change) {
    try {
      apply(change);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Query {} cannot stand", change.id().value(), e);
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
            "Query {} is not understood any more: {} {}", change.id().value(), problem, arguments);
      }
    }
  }
}
