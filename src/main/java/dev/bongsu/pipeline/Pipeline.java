package dev.bongsu.pipeline;

import dev.bongsu.command.FeedImporter;
import dev.bongsu.conversation.InboxProcessor;
import dev.bongsu.delivery.ChatDelivery;
import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.Nudges;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The loops:
///
/// ```
/// feed (due)       ── PollFeeds ──▶ article (pending)
/// article (pending) ── ReadArticles ──▶ delivery (due)
/// chat (due)       ── ChatDelivery ──▶ the platform
/// inbox            ── InboxProcessor ──▶ effect and reply
/// feed_import      ── FeedImporter ──▶ feed, when a list was imported
/// ```
///
/// Each claims rows under a lease, works without an open transaction, and commits the result in one
/// transaction that checks the lease. Rows that a crash leaves behind are claimed again.
public final class Pipeline {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(10);

  private final List<WorkLoop<?>> loops;
  private final Nudges nudges;

  public Pipeline(
      PollFeeds polling,
      ReadArticles reading,
      ChatDelivery delivery,
      InboxProcessor conversation,
      FeedImporter imports,
      Nudges nudges,
      ClaimPolicy policy) {
    this.nudges = nudges;
    this.loops =
        List.of(
            new WorkLoop<>("poll-feeds", 32, polling, policy),
            new WorkLoop<>("read-articles", 32, reading, policy),
            new WorkLoop<>("send-deliveries", ChatDelivery.MAX_CONCURRENT_SENDS, delivery, policy),
            new WorkLoop<>("answer-inbox", 16, conversation, policy),
            new WorkLoop<>("answer-slow-inbox", 16, conversation.setAside(), policy),
            new WorkLoop<>("import-feeds", 4, imports, policy));
  }

  /// Makes new work start at once instead of at the next tick.
  void listen() {
    loops.forEach(loop -> nudges.onNudge(loop.table(), loop::nudge));
  }

  /// Starts the due work of every loop. Returns at once.
  void tick() {
    loops.forEach(WorkLoop::tick);
  }

  /// Claims no more, waits at most ten seconds for the rows in progress, and releases the rest.
  void stop() {
    loops.forEach(WorkLoop::stopClaiming);
    long deadline = System.nanoTime() + SHUTDOWN_TIMEOUT.toNanos();
    boolean quiet = true;
    for (WorkLoop<?> loop : loops) {
      quiet &= loop.awaitIdle(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    if (!quiet) {
      int unfinished = loops.stream().mapToInt(WorkLoop::release).sum();
      LOG.warn("Stopped with {} rows in progress; they are claimed again", unfinished);
    }
  }

  /// Handles everything that is due now, and all that becomes due by it, in the caller's thread.
  /// For tests and tools.
  public void runUntilIdle() {
    int handled;
    do {
      handled = loops.stream().mapToInt(WorkLoop::runUntilIdle).sum();
    } while (handled > 0);
  }
}
