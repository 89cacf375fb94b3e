package dev.bongsu.match;

import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
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

  private final SubscriptionStore subscriptions;
  private final QueryIndex index;
  private final QueryParser parser;
  private long known;

  /// Starts empty; the first match, or [#refresh], fills it.
  public StandingQueries(SubscriptionStore subscriptions, QueryIndex index, QueryParser parser) {
    this.subscriptions = subscriptions;
    this.index = index;
    this.parser = parser;
  }

  /// The standing queries that an article satisfies, each with where it does.
  public List<Match> match(Subject subject) {
    refresh();
    return index.match(subject);
  }

  /// Takes over what changed since the last time.
  public synchronized void refresh() {
    long current = subscriptions.version();
    if (current == known) {
      return;
    }
    List<StandingQuery> changes = subscriptions.changesSince(known);
    changes.forEach(this::applySafely);
    // Versions become visible in order, so nothing up to `current` is missing from the changes.
    known = changes.isEmpty() ? current : Math.max(current, changes.getLast().version());
    LOG.info("{} queries changed; {} stand now", changes.size(), index.size());
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
    if (!change.live()) {
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
