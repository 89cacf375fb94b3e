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
public final class RetentionJob {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  private static final int BATCH_SIZE = 500;

  /// Twice the longest time that something is counted in.
  private static final Duration QUOTA_RETENTION = Duration.ofDays(2);

  /// Longer than any pause that a host may ask for.
  private static final Duration HOST_RETENTION = Duration.ofDays(8);

  private final Leftovers stores;
  private final RetentionSettings settings;
  private final ClaimPolicy claimPolicy;
  private final NamedLease lease;

  /// @param lease held by the node that keeps house
  public RetentionJob(
      Leftovers stores, RetentionSettings settings, ClaimPolicy claimPolicy, NamedLease lease) {
    this.stores = stores;
    this.settings = settings;
    this.claimPolicy = claimPolicy;
    this.lease = lease;
  }

  /// Clears away everything that is too old now. What breaks is tried again the next night.
  public void run() {
    Instant now = before(Duration.ZERO);
    Instant hosts = before(HOST_RETENTION);
    Instant texts = before(settings.articleText());
    Instant seen = before(settings.seenKeys());
    Instant sent = before(settings.deliveries());
    Instant said = before(settings.inbox());
    try {
      deleteInBatches(
          "article texts", () -> stores.retention().deleteArticleTexts(texts, BATCH_SIZE));
      deleteInBatches("deliveries", () -> stores.retention().deleteDeliveries(sent, BATCH_SIZE));
      deleteInBatches("inbox rows", () -> stores.inbox().forget(said, BATCH_SIZE));
      deleteInBatches("quotas", () -> stores.quotas().deleteOlderThan(QUOTA_RETENTION, BATCH_SIZE));
      deleteInBatches("hosts", () -> stores.hosts().deleteOlderThan(hosts, BATCH_SIZE));
      deleteInBatches("robots.txt rules", () -> stores.robots().deleteOlderThan(now, BATCH_SIZE));
      deleteInBatches("seen keys", deleteKeysBefore(seen));
      deleteInBatches("articles", () -> stores.retention().deleteArticles(seen, BATCH_SIZE));
      deleteInBatches("queries", () -> stores.retention().deleteUnusedQueries(BATCH_SIZE));
      stores.retention().markUnusedQueries();
      lease.release();
    } catch (RuntimeException e) {
      LOG.warn("Keeping house broke off; it goes on the next night", e);
    }
  }

  private Instant before(Duration age) {
    return claimPolicy.clock().instant().minus(age);
  }

  private void deleteInBatches(String what, IntSupplier batch) {
    int all = 0;
    for (int cleared = 1; cleared > 0 && mayContinue(); all += cleared) {
      cleared = batch.getAsInt();
    }
    if (all > 0) {
      LOG.info("Cleared away {} old {}", all, what);
    }
  }

  private boolean mayContinue() {
    return claimPolicy.mayClaim().getAsBoolean() && lease.acquireOrRenew();
  }

  private IntSupplier deleteKeysBefore(Instant time) {
    Deque<FeedId> feeds = new ArrayDeque<>(stores.keys().feedsWithKeysOlderThan(time));
    return () -> {
      int cleared = 0;
      while (cleared == 0 && !feeds.isEmpty()) {
        cleared = stores.keys().deleteOlderThan(feeds.peek(), time, BATCH_SIZE);
        if (cleared == 0) {
          feeds.pop();
        }
      }
      return cleared;
    };
  }
}
