package dev.bongsu.archive;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the indexer in the background, with low priority.
public final class ArchiveIndexerThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveIndexerThread.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final ArchiveIndexer tail;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  public ArchiveIndexerThread(ArchiveIndexer tail) {
    this.tail = tail;
    this.thread = Thread.ofPlatform().daemon().name("archive").unstarted(this::run);
  }

  /// Starts the thread; returns at once.
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closing.await(pauseAfter(catchUpSafely()).toMillis(), TimeUnit.MILLISECONDS)) {
        // Catch up again.
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    tail.close();
  }

  private static Duration pauseAfter(boolean fine) {
    return fine ? PAUSE : PAUSE_AFTER_FAILURE;
  }

  private boolean catchUpSafely() {
    try {
      return tail.catchUp();
    } catch (RuntimeException e) {
      LOG.error("Indexing articles failed; trying again", e);
      return false;
    }
  }

  /// Stops after the articles in work.
  @Override
  public void close() {
    closing.countDown();
    tail.stop();
    try {
      if (thread.isAlive() && !thread.join(CLOSE_TIMEOUT)) {
        LOG.warn("The archive was not closed in time; the next start repairs it");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
