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
  private static final int RENEWALS_A_LEASE = 3;
  private static final long NO_ALARM = Long.MAX_VALUE;
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration LEAST_WAIT = Duration.ofMillis(20);

  private final Work<T> work;
  private final InstantSource clock;
  private final BooleanSupplier mayClaim;
  private final Duration renewAfter;
  private final Semaphore slots;
  private final Map<T, Instant> inWork = new ConcurrentHashMap<>();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean filling = new AtomicBoolean();

  /// In epoch milliseconds: by value, so that it is found again whoever works it out.
  private final AtomicLong alarm = new AtomicLong(NO_ALARM);

  private volatile boolean stopped;

  WorkLoop(Work<T> work, ClaimPolicy terms) {
    this.work = work;
    this.clock = terms.clock();
    this.mayClaim = terms.mayClaim();
    this.renewAfter = terms.lease().dividedBy(RENEWALS_A_LEASE);
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
    wanted.set(true);
    if (!stopped) {
      Thread.ofVirtual().name(work.name()).start(this::fill);
    }
  }

  /// Claims no more. Returns at once.
  void claimNoMore() {
    stopped = true;
    work.finishUp();
  }

  /// Gives back what is still in work; its results are then not stored any more.
  ///
  /// @return how many rows
  int giveBack() {
    List<T> unfinished = List.copyOf(inWork.keySet());
    unfinished.forEach(this::giveBack);
    return unfinished.size();
  }

  private void giveBack(T row) {
    try {
      work.giveBack(row);
    } catch (RuntimeException e) {
      LOG.warn("{}: {} could not be given back; its lease will end", work.name(), work.id(row), e);
    }
  }

  /// Waits for what is in work; call it after [#claimNoMore()].
  ///
  /// @return false if something still is
  boolean awaitQuiet(Duration patience) {
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
  int drain() {
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
  private void fill() {
    while (wanted.get() && filling.compareAndSet(false, true)) {
      try {
        wanted.set(false);
        startDue();
      } finally {
        filling.set(false);
      }
    }
  }

  /// The slots are taken before the claim, so that who waits for quiet waits for the claim too.
  private void startDue() {
    int free = slots.drainPermits();
    int started = 0;
    try {
      boolean closed = stopped || free == 0 || !mayClaim.getAsBoolean();
      List<T> rows = closed ? List.of() : work.claim(free);
      started = rows.size();
      rows.forEach(this::start);
      if (!closed && free > started) {
        work.next().ifPresent(this::wakeAt);
      }
    } catch (RuntimeException e) {
      LOG.error("{}: nothing could be claimed; the next tick tries again", work.name(), e);
    } finally {
      slots.release(free - started);
    }
  }

  /// Looks again between ticks. One alarm at a time; never sooner than in 20 ms, so that work that
  /// cannot start although it is due makes no busy loop.
  private void wakeAt(Instant at) {
    Duration wait = Duration.between(clock.instant(), at);
    long millis = at.toEpochMilli();
    if (wait.compareTo(TICK) < 0 && millis < alarm.getAndAccumulate(millis, Math::min)) {
      Thread.ofVirtual().name(work.name()).start(() -> ring(millis, wait));
    }
  }

  private void ring(long at, Duration wait) {
    try {
      Thread.sleep(wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      alarm.compareAndSet(at, NO_ALARM);
      nudge();
    }
  }

  private void start(T row) {
    inWork.put(row, clock.instant());
    Thread.ofVirtual().name(work.name()).start(() -> handle(row));
  }

  private void handle(T row) {
    try {
      work.handle(row);
    } catch (Throwable e) {
      // Anything at all: a row that ends its thread with an Error would be claimed for ever.
      failed(row, e);
    } finally {
      inWork.remove(row);
      slots.release();
      nudge();
    }
  }

  private void failed(T row, Throwable problem) {
    if (stopped) {
      LOG.info(
          "{}: {} is left unfinished, and taken up at the next start", work.name(), work.id(row));
      return;
    }
    LOG.error("{}: {} failed; it is taken up again later", work.name(), work.id(row), problem);
    try {
      work.putOff(row);
    } catch (RuntimeException e) {
      LOG.error("{}: {} could not be put off; its lease will end", work.name(), work.id(row), e);
    }
  }

  private void renew() {
    Instant now = clock.instant();
    inWork.forEach(
        (row, since) -> {
          if (!since.plus(renewAfter).isAfter(now)) {
            renew(row, now);
          }
        });
  }

  private void renew(T row, Instant now) {
    try {
      if (work.renew(row)) {
        inWork.computeIfPresent(row, (_, _) -> now);
      } else {
        LOG.debug("{}: the lease on {} is gone", work.name(), work.id(row));
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: a lease could not be renewed: {}", work.name(), e.getMessage());
    }
  }
}
