package dev.bongsu.pipeline;

import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.Nudges;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The loops together:
///
/// ```
/// feed (due)       ── PollFeeds ──▶ article (unread)
/// article (unread) ── ReadArticles ──▶ delivery (waiting)
/// chat (due)       ── SendDeliveries ──▶ the platform
/// inbox            ── AnswerInbox ──▶ effect and reply
/// feed_import      ── ImportFeeds ──▶ feed, when a list was imported
/// ```
///
/// Each claims rows under a lease, works with no transaction open, and commits the result in one
/// transaction that checks the lease. What a crash leaves behind is claimed again.
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

  private final List<WorkLoop<?>> loops;
  private final Nudges nudges;

  public Pipeline(
      PollFeeds poll,
      ReadArticles read,
      SendDeliveries send,
      AnswerInbox answer,
      ImportFeeds imports,
      Nudges nudges,
      ClaimPolicy terms) {
    this.nudges = nudges;
    this.loops =
        List.of(
            new WorkLoop<>(poll, terms),
            new WorkLoop<>(read, terms),
            new WorkLoop<>(send, terms),
            new WorkLoop<>(answer, terms),
            new WorkLoop<>(imports, terms));
  }

  /// From now on, new work starts at once and not only at the next tick.
  void listen() {
    loops.forEach(loop -> nudges.onNudge(loop.table(), loop::nudge));
  }

  /// Starts what is due in every loop. Returns at once.
  void tick() {
    loops.forEach(WorkLoop::tick);
  }

  /// Claims no more, waits ten seconds at most for what is in work, and gives back the rest.
  void stop() {
    loops.forEach(WorkLoop::stopClaiming);
    long deadline = System.nanoTime() + SHUTDOWN_TIMEOUT.toNanos();
    boolean quiet = true;
    for (WorkLoop<?> loop : loops) {
      quiet &= loop.awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    if (!quiet) {
      int unfinished = loops.stream().mapToInt(WorkLoop::release).sum();
      LOG.warn("Stopped with {} pieces of work unfinished; they are taken up again", unfinished);
    }
  }

  /// Handles everything that is due now, and what that makes due, in the caller's thread: for
  /// driving the pipeline by hand.
  public void runUntilIdle() {
    int handled;
    do {
      handled = loops.stream().mapToInt(WorkLoop::runUntilIdle).sum();
    } while (handled > 0);
  }
}
