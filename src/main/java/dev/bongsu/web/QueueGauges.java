package dev.bongsu.web;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.feed.FeedCounts;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Rows and age of the queues, and feeds by state. Read from the database when the metrics are
/// collected; NaN if the database does not answer.
public final class QueueGauges implements MeterBinder {
  private final FeedStore feeds;
  private final ArticleQueueStore articles;
  private final OutboxStore outbox;
  private final InboxStore inbox;

  public QueueGauges(
      FeedStore feeds, ArticleQueueStore articles, OutboxStore outbox, InboxStore inbox) {
    this.feeds = feeds;
    this.articles = articles;
    this.outbox = outbox;
    this.inbox = inbox;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    queue(registry, "articles", articles::backlog);
    queue(registry, "deliveries", outbox::backlog);
    queue(registry, "inbox", inbox::backlog);
    Gauge.builder("bongsu.inbox.failed", inbox, InboxStore::countFailed).register(registry);
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
