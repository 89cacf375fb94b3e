package dev.bongsu.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether this node may work: its database accepts writes, and its clock agrees with the
/// database's. Otherwise nothing is claimed: no feed is polled whose articles could not be stored,
/// no message sent whose result could not be recorded.
///
/// It becomes unhealthy at the first error of the database as a whole (full, read-only, gone), and
/// healthy when a probe succeeds. The probe writes and removes some pages, which leaves the running
/// sends enough room for their results.
///
/// With each successful probe it also corrects times that a wrong clock left far ahead.
///
/// Threads: safe for any number.
public final class StorageMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(StorageMonitor.class);
  private static final Duration PROBE_INTERVAL = Duration.ofSeconds(10);
  private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

  private final ProbeStore probe;
  private final FutureTimeStore futureTimes;
  private final InstantSource clock;
  private volatile @Nullable StorageProblem problem;
  private Instant nextProbe = Instant.MIN;

  public StorageMonitor(Database database, InstantSource clock) {
    this.probe = new ProbeStore(database);
    this.futureTimes = new FutureTimeStore(database);
    this.clock = clock;
    database.onFailure(reason -> markUnhealthy(StorageProblem.Kind.DATABASE, reason));
  }

  /// Whether work may be claimed.
  public boolean isHealthy() {
    return problem == null;
  }

  /// The reason why work may not be claimed; empty if it may.
  public Optional<StorageProblem> problem() {
    return Optional.ofNullable(problem);
  }

  /// The times far ahead, written by a wrong clock, that were corrected since the start.
  public long correctedTimes() {
    return futureTimes.corrected();
  }

  /// Checks the clock, and probes the database if a probe is due or the node is unhealthy. Blocks
  /// as long as the database does.
  public synchronized void check() {
    try {
      Optional<String> wrong = clockProblem();
      if (wrong.isPresent()) {
        markUnhealthy(StorageProblem.Kind.CLOCK, wrong.get());
      } else if (!isHealthy() || isProbeDue()) {
        probe.probe();
        futureTimes.clamp(clock.instant());
        nextProbe = clock.instant().plus(PROBE_INTERVAL);
        markHealthy();
      }
    } catch (RuntimeException e) {
      markUnhealthy(
          StorageProblem.Kind.DATABASE,
          "the database does not answer, or does not take writes (%s)".formatted(nameOf(e)));
    }
  }

  /// True also after the clock was set back.
  private boolean isProbeDue() {
    Instant now = clock.instant();
    return !now.isBefore(nextProbe) || now.plus(PROBE_INTERVAL).isBefore(nextProbe);
  }

  private Optional<String> clockProblem() {
    Instant before = clock.instant();
    Optional<Instant> theirs = probe.databaseTime();
    Duration asking = Duration.between(before, clock.instant());
    Duration off =
        theirs
            .map(time -> Duration.between(time, before.plus(asking.dividedBy(2))))
            .orElse(Duration.ZERO);
    return off.abs().compareTo(MAX_CLOCK_SKEW.plus(asking.abs())) <= 0
        ? Optional.empty()
        : Optional.of(
            "this machine's clock is %d s %s the database's: set it right, the bot then goes on by itself"
                .formatted(off.abs().toSeconds(), off.isNegative() ? "behind" : "ahead of"));
  }

  private void markUnhealthy(StorageProblem.Kind kind, String reason) {
    boolean changed = problem == null;
    problem = new StorageProblem(kind, reason);
    if (changed) {
      LOG.error("Fetching and sending are paused: {}", reason);
    }
  }

  private void markHealthy() {
    boolean changed = problem != null;
    problem = null;
    if (changed) {
      LOG.info("The database accepts writes and the clock is right: work resumes");
    }
  }

  /// The class and not the message: a driver's message may quote the written values.
  private static String nameOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
