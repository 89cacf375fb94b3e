package dev.bongsu.web;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.TextQuotaStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.feed.FeedCounts;
import dev.bongsu.feed.FeedStatisticsStore;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.MemoryBudget;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.StorageMonitor;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// How full the queues are, how old their oldest rows, how the feeds fare, and what is left of this
/// node's budgets. Rows are counted when somebody collects; a database that does not answer shows
/// as NaN.
public final class QueueGauges implements MeterBinder {
  private final FeedStatisticsStore feeds;
  private final ArticleQueueStore articles;
  private final OutboxStore outbox;
  private final InboxStore inbox;
  private final StorageMonitor storage;
  private final MemoryBudget memory;
  private final TextQuotaStore quotas;

  public QueueGauges(
      FeedStatisticsStore feeds,
      ArticleQueueStore articles,
      OutboxStore outbox,
      InboxStore inbox,
      StorageMonitor storage,
      GuardedHttp http,
      TextQuotaStore quotas) {
    this.feeds = feeds;
    this.articles = articles;
    this.outbox = outbox;
    this.inbox = inbox;
    this.storage = storage;
    this.memory = http.memory();
    this.quotas = quotas;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    queue(registry, "articles", articles::backlog);
    queue(registry, "deliveries", outbox::backlog);
    queue(registry, "inbox", inbox::backlog);
    queue(registry, "inbox-slow", inbox.slow()::backlog);
    Gauge.builder("bongsu.inbox.failed", inbox, InboxStore::countFailed).register(registry);
    FunctionCounter.builder("bongsu.corrected.times", storage, StorageMonitor::correctedTimes)
        .register(registry);
    Gauge.builder("bongsu.documents.memory", memory, MemoryBudget::usedBytes)
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("bongsu.documents.memory.max", memory, MemoryBudget::maxBytes)
        .baseUnit("bytes")
        .register(registry);
    FunctionCounter.builder("bongsu.documents.refused", memory, MemoryBudget::refused)
        .register(registry);
    FunctionCounter.builder("bongsu.text.shortened", quotas, TextQuotaStore::shortened)
        .register(registry);
    FunctionCounter.builder("bongsu.text.deferred", quotas, TextQuotaStore::deferred)
        .register(registry);
    feeds(registry, "active", FeedCounts::active);
    feeds(registry, "failing", FeedCounts::failing);
    feeds(registry, "unread", FeedCounts::neverRead);
    feeds(registry, "overdue", FeedCounts::overdue);
  }

  private static void queue(MeterRegistry registry, String name, Supplier<Backlog> backlog) {
    Gauge.builder("bongsu.queue.rows", backlog, supplier -> supplier.get().rows())
        .tag("queue", name)
        .strongReference(true)
        .register(registry);
    Gauge.builder("bongsu.queue.age", backlog, supplier -> supplier.get().age().toSeconds())
        .tag("queue", name)
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
  }

  private void feeds(MeterRegistry registry, String state, ToLongFunction<FeedCounts> count) {
    Gauge.builder("bongsu.feeds", feeds, store -> count.applyAsLong(store.counts()))
        .tag("state", state)
        .register(registry);
  }
}
