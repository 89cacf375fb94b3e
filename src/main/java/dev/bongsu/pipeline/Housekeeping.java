package dev.bongsu.pipeline;

import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.command.InboxStore;
import dev.bongsu.delivery.ForgottenStore;
import dev.bongsu.feed.FeedId;
import dev.bongsu.storage.NamedLease;
import dev.bongsu.subscription.QuotaStore;
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

  private final ForgottenStore forgotten;
  private final EntryKeyStore keys;
  private final InboxStore inbox;
  private final QuotaStore quotas;
  private final KeepSettings keep;
  private final Terms terms;
  private final NamedLease lease;

  /// @param lease held by the node that keeps house
  public Housekeeping(
      ForgottenStore forgotten,
      EntryKeyStore keys,
      InboxStore inbox,
      QuotaStore quotas,
      KeepSettings keep,
      Terms terms,
      NamedLease lease) {
    this.forgotten = forgotten;
    this.keys = keys;
    this.inbox = inbox;
    this.quotas = quotas;
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
      clear("article texts", () -> forgotten.texts(texts, BATCH));
      clear("deliveries", () -> forgotten.deliveries(sent, BATCH));
      clear("inbox rows", () -> inbox.forget(said, BATCH));
      clear("quotas", () -> quotas.forget(QUOTAS, BATCH));
      clear("seen keys", keysBefore(seen));
      clear("articles", () -> forgotten.articles(seen, BATCH));
      clear("queries", () -> forgotten.queries(BATCH));
      forgotten.noteDeadQueries();
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
    Deque<FeedId> feeds = new ArrayDeque<>(keys.feedsSeenBefore(time));
    return () -> {
      int cleared = 0;
      while (cleared == 0 && !feeds.isEmpty()) {
        cleared = keys.forget(feeds.peek(), time, BATCH);
        if (cleared == 0) {
          feeds.pop();
        }
      }
      return cleared;
    };
  }
}
