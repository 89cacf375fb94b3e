package dev.bongsu.telegram;

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
  private static final Duration KNOCK = Duration.ofMillis(100);
  private static final int MOST_KNOCKS = 50;

  private final TelegramPoller poller;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("telegram").unstarted(this::turn);

  public TelegramLoop(TelegramPoller poller) {
    this.poller = poller;
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
      return poller.round();
    } catch (RuntimeException | StackOverflowError e) {
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
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
