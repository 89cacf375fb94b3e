package dev.bongsu.retention;

import dev.bongsu.feed.FeedId;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.NamedLease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Clears away what is old, on one node at a time and in batches so small that nobody waits for
/// them. Nothing that is undelivered is touched.
public final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final int BATCH = 500;

  /// Twice the longest time that something is counted in.
  private static final Duration QUOTAS = Duration.ofDays(2);

  /// Longer than any pause that a host may ask for.
  private static final Duration HOSTS = Duration.ofDays(8);

  private final Leftovers leftovers;
  private final KeepSettings keep;
  private final ClaimPolicy terms;
  private final NamedLease lease;

  /// @param lease held by the node that keeps house
  public Housekeeping(Leftovers leftovers, KeepSettings keep, ClaimPolicy terms, NamedLease lease) {
    this.leftovers = leftovers;
    this.keep = keep;
    this.terms = terms;
    this.lease = lease;
  }

  /// Clears away everything that is too old now. What breaks is tried again the next night.
  public void run() {
    Instant texts = before(keep.articleText());
    Instant seen = before(keep.seenKeys());
    Instant sent = before(keep.deliveries());
    Instant said = before(keep.inbox());
    try {
      clear("article texts", () -> leftovers.delivered().texts(texts, BATCH));
      clear("deliveries", () -> leftovers.delivered().deliveries(sent, BATCH));
      clear("inbox rows", () -> leftovers.inbox().forget(said, BATCH));
      clear("quotas", () -> leftovers.quotas().forget(QUOTAS, BATCH));
      clear("hosts", () -> leftovers.hosts().forget(HOSTS, BATCH));
      clear("seen keys", keysBefore(seen));
      clear("articles", () -> leftovers.delivered().articles(seen, BATCH));
      clear("queries", () -> leftovers.delivered().queries(BATCH));
      leftovers.delivered().noteDeadQueries();
      lease.release();
    } catch (RuntimeException e) {
      LOG.warn("Keeping house broke off; it goes on the next night", e);
    }
  }

  private Instant before(Duration age) {
    return terms.clock().instant().minus(age);
  }

  private void clear(String what, IntSupplier batch) {
    int all = 0;
    for (int cleared = 1; cleared > 0 && mayGoOn(); all += cleared) {
      cleared = batch.getAsInt();
    }
    if (all > 0) {
      LOG.info("Cleared away {} old {}", all, what);
    }
  }

  private boolean mayGoOn() {
    return terms.mayClaim().getAsBoolean() && lease.hold();
  }

  private IntSupplier keysBefore(Instant time) {
    Deque<FeedId> feeds = new ArrayDeque<>(leftovers.keys().feedsSeenBefore(time));
    return () -> {
      int cleared = 0;
      while (cleared == 0 && !feeds.isEmpty()) {
        cleared = leftovers.keys().forget(feeds.peek(), time, BATCH);
        if (cleared == 0) {
          feeds.pop();
        }
      }
      return cleared;
    };
  }
}
