package dev.bongsu.telegram;

import dev.bongsu.storage.NamedLease;
import dev.bongsu.storage.StorageMonitor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs the poller in its own thread, from the start of the bot to its end.
public final class TelegramLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramLoop.class);
  private static final Duration ERROR_DELAY = Duration.ofSeconds(10);
  private static final Duration STANDBY_DELAY = Duration.ofSeconds(2);
  private static final Duration STOP_RETRY_INTERVAL = Duration.ofMillis(100);
  private static final int MAX_STOP_ATTEMPTS = 50;

  private final TelegramPoller poller;
  private final NamedLease lease;
  private final StorageMonitor watch;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("telegram").unstarted(this::pollUntilStopped);

  /// @param lease held by the node that polls: Telegram allows one
  /// @param watch stops polling while nothing can be stored
  public TelegramLoop(TelegramPoller poller, NamedLease lease, StorageMonitor watch) {
    this.poller = poller;
    this.lease = lease;
    this.watch = watch;
  }

  @Override
  public void start() {
    thread.start();
  }

  private void pollUntilStopped() {
    try {
      Optional<Duration> wait = Optional.of(Duration.ZERO);
      while (wait.isPresent() && !stopped.await(wait.get().toMillis(), TimeUnit.MILLISECONDS)) {
        wait = pollOnce();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Duration> pollOnce() {
    try {
      return watch.isHealthy() && lease.acquireOrRenew()
          ? poller.pollOnce()
          : Optional.of(STANDBY_DELAY);
    } catch (Throwable e) {
      // Catches everything: this thread must not end while the bot runs.
      LOG.error("Polling Telegram failed; retried in {} s", ERROR_DELAY.toSeconds(), e);
      return Optional.of(ERROR_DELAY);
    }
  }

  /// Cancels the current poll; its updates come after the next start.
  @Override
  public void stop() {
    stopped.countDown();
    try {
      boolean ended = false;
      for (int i = 0; i < MAX_STOP_ATTEMPTS && !ended; i++) {
        // The first call misses a poll that is about to begin.
        poller.stop();
        ended = thread.join(STOP_RETRY_INTERVAL);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    release();
  }

  /// Lets another node poll at once.
  private void release() {
    try {
      lease.release();
    } catch (RuntimeException e) {
      LOG.warn("The lease for polling Telegram was not released; it expires", e);
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
