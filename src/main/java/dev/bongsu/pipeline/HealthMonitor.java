package dev.bongsu.pipeline;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.StorageMonitor;
import dev.bongsu.storage.StorageProblem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reports to the operator every minute: queues with old rows, a database or a clock with a
/// problem, and pending notices.
public final class HealthMonitor implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
  private static final Duration CHECK_INTERVAL = Duration.ofMinutes(1);
  private static final Duration MAX_QUEUE_AGE = Duration.ofMinutes(30);

  private final OperatorNotices operator;
  private final StorageMonitor storage;
  private final ArticleQueueStore articles;
  private final OutboxStore outbox;
  private final InboxStore inbox;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("operator-watch").unstarted(this::checkPeriodically);

  public HealthMonitor(
      OperatorNotices operator,
      StorageMonitor storage,
      ArticleQueueStore articles,
      OutboxStore outbox,
      InboxStore inbox) {
    this.operator = operator;
    this.storage = storage;
    this.articles = articles;
    this.outbox = outbox;
    this.inbox = inbox;
  }

  /// Checks once.
  public void check() {
    storage.problem().ifPresent(this::reportStorageProblem);
    if (storage.isHealthy()) {
      reportIfOverdue("articles", articles.backlog());
      reportIfOverdue("deliveries", outbox.backlog());
      reportIfOverdue("inbox", inbox.backlog());
      operator.sendPending();
    }
  }

  private void reportStorageProblem(StorageProblem problem) {
    OperatorNotice notice =
        switch (problem.kind()) {
          case CLOCK -> OperatorNotice.CLOCK_OFF;
          case DATABASE -> OperatorNotice.DATABASE_STUCK;
        };
    operator.report(notice, "", problem.description());
  }

  private void reportIfOverdue(String queue, Backlog backlog) {
    if (backlog.age().compareTo(MAX_QUEUE_AGE) > 0) {
      String detail = "%d rows, %d min".formatted(backlog.rows(), backlog.age().toMinutes());
      operator.report(OperatorNotice.QUEUE_OLD, queue, detail);
    }
  }

  private void checkPeriodically() {
    try {
      while (!stopped.await(CHECK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          check();
        } catch (RuntimeException | Error e) {
          LOG.warn("Queue check failed: {}; retried in a minute", e.getClass().getSimpleName());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
