package dev.bongsu.pipeline;

import dev.bongsu.storage.ClaimPolicy;
import dev.bongsu.storage.ClaimedRow;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one kind of work. At each tick and nudge it claims as many rows as it has free slots and
/// handles each on a virtual thread. A row that fails is logged and deferred; the others go on.
final class WorkLoop<T extends ClaimedRow> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
  private static final int RENEWALS_PER_LEASE = 3;
  private static final long NO_WAKE_UP = Long.MAX_VALUE;
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration MIN_WAIT = Duration.ofMillis(20);

  private final String name;
  private final int slots;
  private final WorkQueue<T> queue;
  private final WorkHandler<T> handler;
  private final InstantSource clock;
  private final BooleanSupplier mayClaim;
  private final Duration renewAfter;
  private final Semaphore freeSlots;
  private final Map<T, Instant> inProgress = new ConcurrentHashMap<>();
  private final AtomicBoolean claimRequested = new AtomicBoolean();
  private final AtomicBoolean claiming = new AtomicBoolean();

  /// In epoch milliseconds, compared by value.
  private final AtomicLong nextWakeUp = new AtomicLong(NO_WAKE_UP);

  private volatile boolean stopped;

  /// @param name of its threads, and for the log
  /// @param slots how many rows may be in progress at a time
  WorkLoop(String name, int slots, WorkHandler<T> handler, ClaimPolicy policy) {
    this.name = name;
    this.slots = slots;
    this.queue = handler.queue();
    this.handler = handler;
    this.clock = policy.clock();
    this.mayClaim = policy.mayClaim();
    this.renewAfter = policy.lease().dividedBy(RENEWALS_PER_LEASE);
    this.freeSlots = new Semaphore(slots);
  }

  String table() {
    return queue.table();
  }

  /// Renews leases that are a third gone, and starts what is due. Returns at once.
  void tick() {
    renew();
    nudge();
  }

  /// Starts what is due. Returns at once.
  void nudge() {
    claimRequested.set(true);
    if (!stopped) {
      Thread.ofVirtual().name(name).start(this::claimWhileRequested);
    }
  }

  /// Claims no more. Returns at once.
  void stopClaiming() {
    stopped = true;
  }

  /// Releases the rows that are still in progress. Their results are not stored.
  ///
  /// @return how many rows
  int release() {
    List<T> unfinished = List.copyOf(inProgress.keySet());
    unfinished.forEach(this::release);
    return unfinished.size();
  }

  private void release(T row) {
    try {
      queue.release(row);
    } catch (RuntimeException e) {
      LOG.warn("{}: row {} not released; claimed again when its lease ends", name, id(row), e);
    }
  }

  /// Waits for the rows in progress. Call it after [#stopClaiming()].
  ///
  /// @return false if a row is still in progress
  boolean awaitIdle(Duration patience) {
    try {
      return freeSlots.tryAcquire(slots, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Handles the rows that are due now, and those that become due by it, in the caller's thread.
  ///
  /// @return how many rows were handled
  int runUntilIdle() {
    int handled = 0;
    for (List<T> rows = queue.claim(slots); !rows.isEmpty(); rows = queue.claim(slots)) {
      rows.forEach(handler::handle);
      handled += rows.size();
    }
    return handled;
  }

  /// One thread claims at a time. A request of another thread is served in the next round.
  private void claimWhileRequested() {
    while (claimRequested.get() && claiming.compareAndSet(false, true)) {
      try {
        claimRequested.set(false);
        claimAndStart();
      } finally {
        claiming.set(false);
      }
    }
  }

  /// The slots are taken before the claim, so that [#awaitIdle(Duration)] waits for the claim too.
  private void claimAndStart() {
    int free = freeSlots.drainPermits();
    int started = 0;
    try {
      boolean closed = stopped || free == 0 || !mayClaim.getAsBoolean();
      List<T> rows = closed ? List.of() : queue.claim(free);
      started = rows.size();
      rows.forEach(this::start);
      if (!closed && free > started) {
        queue.nextDue().ifPresent(this::scheduleWakeUp);
      }
    } catch (RuntimeException e) {
      logFailure("claim failed; retried at the next tick", e);
    } finally {
      freeSlots.release(free - started);
    }
  }

  /// Claims again between ticks. One wake-up at a time, at least 20 ms from now: work that is due
  /// but cannot start must not cause a busy loop.
  private void scheduleWakeUp(Instant at) {
    Duration wait = Duration.between(clock.instant(), at);
    long millis = at.toEpochMilli();
    if (wait.compareTo(TICK) < 0 && millis < nextWakeUp.getAndAccumulate(millis, Math::min)) {
      Thread.ofVirtual().name(name).start(() -> wakeUpAfter(millis, wait));
    }
  }

  private void wakeUpAfter(long at, Duration wait) {
    try {
      Thread.sleep(wait.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : wait);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      nextWakeUp.compareAndSet(at, NO_WAKE_UP);
      nudge();
    }
  }

  private void start(T row) {
    inProgress.put(row, clock.instant());
    Thread.ofVirtual().name(name).start(() -> handle(row));
  }

  private void handle(T row) {
    try {
      handler.handle(row);
    } catch (Throwable e) {
      // Any Error too: a row that ends its thread would be claimed for ever.
      handleFailure(row, e);
    } finally {
      inProgress.remove(row);
      freeSlots.release();
      nudge();
    }
  }

  private void handleFailure(T row, Throwable problem) {
    if (stopped) {
      LOG.info("{}: row {} interrupted by the stop; claimed again", name, id(row));
      return;
    }
    logFailure("row %d failed; retried later".formatted(id(row)), problem);
    try {
      handler.defer(row);
    } catch (RuntimeException e) {
      logFailure("row %d not deferred; claimed again when its lease ends".formatted(id(row)), e);
    }
  }

  /// One line for a database without a free connection: the row is not at fault, and the trace
  /// would say nothing.
  private void logFailure(String message, Throwable problem) {
    if (Database.isCauseOf(problem)) {
      LOG.warn("{}: {} (the database failed, or was too busy)", name, message);
    } else {
      LOG.error("{}: {}", name, message, problem);
    }
  }

  private void renew() {
    Instant now = clock.instant();
    inProgress.forEach(
        (row, since) -> {
          if (!since.plus(renewAfter).isAfter(now)) {
            renew(row, now);
          }
        });
  }

  private void renew(T row, Instant now) {
    try {
      if (queue.renew(row)) {
        inProgress.computeIfPresent(row, (_, _) -> now);
      } else {
        LOG.debug("{}: lease of row {} lost", name, id(row));
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: lease of row {} not renewed: {}", name, id(row), e.getMessage());
    }
  }

  /// For the log: a row's text may be private.
  private static long id(ClaimedRow row) {
    return row.claim().id();
  }
}
