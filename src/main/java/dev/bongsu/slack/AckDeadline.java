package dev.bongsu.slack;

import dev.bongsu.chat.Inbound;
import dev.bongsu.inbox.InboxStore;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// Keeps what was said while Slack waits for its receipt, whatever the database does: in time, or
/// not at all. Slack comes again with an event that got no receipt; to who typed a command it shows
/// that it failed.
final class AckDeadline {
  /// In which Slack is answered: it wants that within three seconds, and people notice one.
  static final Duration EVENT_TIMEOUT = Duration.ofMillis(850);

  /// The same for what Slack says only once, such as a command: without a receipt it is lost.
  static final Duration COMMAND_TIMEOUT = Duration.ofMillis(2_500);

  /// For one that is being committed when the time is up: its end is near.
  private static final Duration COMMIT_GRACE = Duration.ofMillis(100);

  private final InboxStore inbox;

  AckDeadline(InboxStore inbox) {
    this.inbox = inbox;
  }

  /// Does what may be done twice, or later than anybody waits for it.
  ///
  /// @throws InboxStore.TooLateException if the time was up; it is done all the same, unless it
  ///   fails
  static void run(Runnable work, Duration patience) {
    FutureTask<Boolean> running = new FutureTask<>(work, true);
    Thread.ofVirtual().name("slack-event").start(running);
    if (!await(running, patience)) {
      throw new InboxStore.TooLateException();
    }
  }

  /// @param patience after which nothing is kept
  /// @throws InboxStore.TooLateException if the time was up: nothing was kept, or, if the commit
  ///   itself took long, it is known under its id when Slack says it again
  void store(Inbound inbound, Duration patience) {
    AtomicReference<Phase> phase = new AtomicReference<>(Phase.WRITING);
    FutureTask<Boolean> writing =
        new FutureTask<>(
            () ->
                inbox.receive(inbound, () -> phase.compareAndSet(Phase.WRITING, Phase.COMMITTING)));
    Thread.ofVirtual().name("slack-inbox").start(writing);
    boolean ended =
        await(writing, patience)
            || (!phase.compareAndSet(Phase.WRITING, Phase.ABANDONED)
                && await(writing, COMMIT_GRACE));
    if (!ended) {
      throw new InboxStore.TooLateException();
    }
  }

  private static boolean await(FutureTask<Boolean> writing, Duration patience) {
    try {
      writing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("what was said could not be stored", e.getCause());
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
