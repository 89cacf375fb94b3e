package dev.bongsu.telegram;

import dev.bongsu.storage.NamedLease;
import dev.bongsu.storage.StorageWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Turns the poller in a thread of its own, from the start of the bot to its end.
public final class TelegramLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramLoop.class);
  private static final Duration AFTER_BUG = Duration.ofSeconds(10);
  private static final Duration NOT_NOW = Duration.ofSeconds(2);
  private static final Duration KNOCK = Duration.ofMillis(100);
  private static final int MOST_KNOCKS = 50;

  private final TelegramPoller poller;
  private final NamedLease lease;
  private final StorageWatch watch;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("telegram").unstarted(this::turn);

  /// @param lease held by the node that polls: Telegram allows one
  /// @param watch nothing is fetched that cannot be stored
  public TelegramLoop(TelegramPoller poller, NamedLease lease, StorageWatch watch) {
    this.poller = poller;
    this.lease = lease;
    this.watch = watch;
  }

  @Override
  public void start() {
    thread.start();
  }

  private void turn() {
    try {
      Optional<Duration> wait = Optional.of(Duration.ZERO);
      while (wait.isPresent() && !stopped.await(wait.get().toMillis(), TimeUnit.MILLISECONDS)) {
        wait = round();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Duration> round() {
    try {
      return watch.isWell() && lease.hold() ? poller.round() : Optional.of(NOT_NOW);
    } catch (Throwable e) {
      // Anything at all: this thread must not end while the bot lives.
      LOG.error("A round of Telegram's poller failed", e);
      return Optional.of(AFTER_BUG);
    }
  }

  /// Ends the poll under way; what it would have brought comes with the next start.
  @Override
  public void stop() {
    stopped.countDown();
    try {
      boolean ended = false;
      for (int i = 0; i < MOST_KNOCKS && !ended; i++) {
        // A poll that was just about to begin is not met by the first.
        poller.end();
        ended = thread.join(KNOCK);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    release();
  }

  /// So that another node polls at once.
  private void release() {
    try {
      lease.release();
    } catch (RuntimeException e) {
      LOG.warn("The lease on Telegram's poller was not released; it will end", e);
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
