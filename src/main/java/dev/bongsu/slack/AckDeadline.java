package dev.bongsu.slack;

import dev.bongsu.chat.Inbound;
import dev.bongsu.inbox.InboxStore;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// Stores an update before the deadline of Slack's acknowledgement, or not at all, however slow the
/// database is. Slack retries an event that was not acknowledged, and shows an error for a command.
final class AckDeadline {
  /// For events, well below Slack's limit of three seconds.
  static final Duration EVENT_TIMEOUT = Duration.ofMillis(850);

  /// For requests that Slack does not retry, such as a command: unacknowledged they are lost.
  static final Duration COMMAND_TIMEOUT = Duration.ofMillis(2_500);

  /// Extra time for a commit that has begun at the deadline.
  private static final Duration COMMIT_GRACE = Duration.ofMillis(100);

  private final InboxStore inbox;

  AckDeadline(InboxStore inbox) {
    this.inbox = inbox;
  }

  /// Runs work that may run twice, or end after the deadline.
  ///
  /// @throws InboxStore.TooLateException if the deadline has passed; the work still goes on
  static void run(Runnable work, Duration timeout) {
    FutureTask<Boolean> running = new FutureTask<>(work, true);
    Thread.ofVirtual().name("slack-event").start(running);
    if (!await(running, timeout)) {
      throw new InboxStore.TooLateException();
    }
  }

  /// @param timeout after which nothing is stored
  /// @throws InboxStore.TooLateException if the deadline has passed: nothing was stored, or the
  ///   commit itself took long and the retry finds the update by its id
  void store(Inbound inbound, Duration timeout) {
    AtomicReference<Phase> phase = new AtomicReference<>(Phase.WRITING);
    FutureTask<Boolean> writing =
        new FutureTask<>(
            () ->
                inbox.receive(inbound, () -> phase.compareAndSet(Phase.WRITING, Phase.COMMITTING)));
    Thread.ofVirtual().name("slack-inbox").start(writing);
    boolean ended =
        await(writing, timeout)
            || (!phase.compareAndSet(Phase.WRITING, Phase.ABANDONED)
                && await(writing, COMMIT_GRACE));
    if (!ended) {
      throw new InboxStore.TooLateException();
    }
  }

  private static boolean await(FutureTask<Boolean> writing, Duration timeout) {
    try {
      writing.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the update could not be stored", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private enum Phase {
    WRITING,
    COMMITTING,
    ABANDONED
  }
}
