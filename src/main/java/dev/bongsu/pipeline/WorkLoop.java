package dev.bongsu.pipeline;

import dev.bongsu.storage.ClaimPolicy;
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

/// Runs one kind of work: at each tick and nudge it claims as many rows as it has free slots and
/// handles each on a virtual thread. A row that fails is logged and claimed again when its lease
/// ends; the others go on.
final class WorkLoop<T> {
  private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);
  private static final int RENEWALS_PER_LEASE = 3;
  private static final long NO_WAKE_UP = Long.MAX_VALUE;
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration MIN_WAIT = Duration.ofMillis(20);

  private final WorkQueue<T> work;
  private final InstantSource clock;
  private final BooleanSupplier mayClaim;
  private final Duration renewAfter;
  private final Semaphore slots;
  private final Map<T, Instant> inProgress = new ConcurrentHashMap<>();
  private final AtomicBoolean claimRequested = new AtomicBoolean();
  private final AtomicBoolean claiming = new AtomicBoolean();

  /// In epoch milliseconds: by value, so that it is found again whoever works it out.
  private final AtomicLong nextWakeUp = new AtomicLong(NO_WAKE_UP);

  private volatile boolean stopped;

  WorkLoop(WorkQueue<T> work, ClaimPolicy terms) {
    this.work = work;
    this.clock = terms.clock();
    this.mayClaim = terms.mayClaim();
    this.renewAfter = terms.lease().dividedBy(RENEWALS_PER_LEASE);
    this.slots = new Semaphore(work.slots());
  }

  String table() {
    return work.table();
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
      Thread.ofVirtual().name(work.name()).start(this::claimWhileRequested);
    }
  }

  /// Claims no more. Returns at once.
  void stopClaiming() {
    stopped = true;
    work.drain();
  }

  /// Gives back what is still in work; its results are then not stored any more.
  ///
  /// @return how many rows
  int release() {
    List<T> unfinished = List.copyOf(inProgress.keySet());
    unfinished.forEach(this::release);
    return unfinished.size();
  }

  private void release(T row) {
    try {
      work.release(row);
    } catch (RuntimeException e) {
      LOG.warn("{}: {} could not be given back; its lease will end", work.name(), work.id(row), e);
    }
  }

  /// Waits for what is in work; call it after [#stopClaiming()].
  ///
  /// @return false if something still is
  boolean awaitIdle(Duration patience) {
    try {
      return slots.tryAcquire(work.slots(), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Handles what is due now, and what that makes due, in the caller's thread.
  ///
  /// @return how many rows were handled
  int runUntilIdle() {
    int handled = 0;
    for (List<T> rows = work.claim(work.slots());
        !rows.isEmpty();
        rows = work.claim(work.slots())) {
      rows.forEach(work::handle);
      handled += rows.size();
    }
    return handled;
  }

  /// One thread fills at a time; who comes meanwhile leaves a wish that is granted in the next
  /// round.
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

  /// The slots are taken before the claim, so that who waits for quiet waits for the claim too.
  private void claimAndStart() {
    int free = slots.drainPermits();
    int started = 0;
    try {
      boolean closed = stopped || free == 0 || !mayClaim.getAsBoolean();
      List<T> rows = closed ? List.of() : work.claim(free);
      started = rows.size();
      rows.forEach(this::start);
      if (!closed && free > started) {
        work.nextDue().ifPresent(this::scheduleWakeUp);
      }
    } catch (RuntimeException e) {
      LOG.error("{}: nothing could be claimed; the next tick tries again", work.name(), e);
    } finally {
      slots.release(free - started);
    }
  }

  /// Looks again between ticks. One alarm at a time; never sooner than in 20 ms, so that work that
  /// cannot start although it is due makes no busy loop.
  private void scheduleWakeUp(Instant at) {
    Duration wait = Duration.between(clock.instant(), at);
    long millis = at.toEpochMilli();
    if (wait.compareTo(TICK) < 0 && millis < nextWakeUp.getAndAccumulate(millis, Math::min)) {
      Thread.ofVirtual().name(work.name()).start(() -> wakeUpAfter(millis, wait));
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
    Thread.ofVirtual().name(work.name()).start(() -> handle(row));
  }

  private void handle(T row) {
    try {
      work.handle(row);
    } catch (Throwable e) {
      // Anything at all: a row that ends its thread with an Error would be claimed for ever.
      handleFailure(row, e);
    } finally {
      inProgress.remove(row);
      slots.release();
      nudge();
    }
  }

  private void handleFailure(T row, Throwable problem) {
    if (stopped) {
      LOG.info(
          "{}: {} is left unfinished, and taken up at the next start", work.name(), work.id(row));
      return;
    }
    LOG.error("{}: {} failed; it is taken up again later", work.name(), work.id(row), problem);
    try {
      work.defer(row);
    } catch (RuntimeException e) {
      LOG.error("{}: {} could not be put off; its lease will end", work.name(), work.id(row), e);
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
      if (work.renew(row)) {
        inProgress.computeIfPresent(row, (_, _) -> now);
      } else {
        LOG.debug("{}: the lease on {} is gone", work.name(), work.id(row));
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: a lease could not be renewed: {}", work.name(), e.getMessage());
    }
  }
}
