package dev.bongsu.pipeline;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.delivery.OperatorNotices;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.inbox.InboxStore;
import dev.bongsu.storage.Backlog;
import dev.bongsu.storage.StorageWatch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks every minute for what the operator should hear of: queues that have grown old, a database
/// or a clock that is wrong, and notices whose quiet hour is over.
public final class OperatorWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorWatch.class);
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration OLD = Duration.ofMinutes(30);

  private final OperatorNotices operator;
  private final StorageWatch storage;
  private final ArticleQueueStore articles;
  private final OutboxStore outbox;
  private final InboxStore inbox;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("operator-watch").unstarted(this::turn);

  public OperatorWatch(
      OperatorNotices operator,
      StorageWatch storage,
      ArticleQueueStore articles,
      OutboxStore outbox,
      InboxStore inbox) {
    this.operator = operator;
    this.storage = storage;
    this.articles = articles;
    this.outbox = outbox;
    this.inbox = inbox;
  }

  /// Looks once.
  public void check() {
    storage.trouble().ifPresent(this::tellTrouble);
    if (storage.isWell()) {
      tellIfOld("articles", articles.backlog());
      tellIfOld("deliveries", outbox.backlog());
      tellIfOld("inbox", inbox.backlog());
      operator.tellUntold();
    }
  }

  private void tellTrouble(String trouble) {
    boolean isClock = trouble.contains("clock");
    operator.tell(isClock ? OperatorNotice.CLOCK_OFF : OperatorNotice.DATABASE_STUCK, "", trouble);
  }

  private void tellIfOld(String queue, Backlog backlog) {
    if (backlog.age().compareTo(OLD) > 0) {
      String detail = "%d rows, %d min".formatted(backlog.rows(), backlog.age().toMinutes());
      operator.tell(OperatorNotice.QUEUE_OLD, queue, detail);
    }
  }

  private void turn() {
    try {
      while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          check();
        } catch (RuntimeException | Error e) {
          LOG.warn("Nobody could look after the queues: {}", e.getClass().getSimpleName());
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
