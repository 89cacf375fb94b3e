package dev.bongsu.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether this node may work: its database takes writes, and its clock is the database's. While it
/// may not, nothing is claimed: no feed is polled that cannot be stored, no message sent that
/// cannot be written down.
///
/// It closes at the first error that is the database's own (full, read-only, gone), and opens when
/// a trial succeeds. The trial writes and removes some pages, so that as much room is left as the
/// sends under way need for their results.
///
/// Threads: safe for any number.
public final class StorageMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(StorageMonitor.class);
  private static final Duration PROBE_INTERVAL = Duration.ofSeconds(10);
  private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

  private final ProbeStore probe;
  private final InstantSource clock;
  private volatile @Nullable StorageProblem problem;
  private Instant nextProbe = Instant.MIN;

  public StorageMonitor(Database database, InstantSource clock) {
    this.probe = new ProbeStore(database);
    this.clock = clock;
    database.onFailure(reason -> markUnhealthy(StorageProblem.Kind.DATABASE, reason));
  }

  /// Whether work may be claimed.
  public boolean isHealthy() {
    return problem == null;
  }

  /// Why not; empty if it may.
  public Optional<StorageProblem> problem() {
    return Optional.ofNullable(problem);
  }

  /// Looks at the clock, and tries the database if it is time or something was amiss. Waits as long
  /// as the database lets it.
  public synchronized void check() {
    try {
      Optional<String> wrong = clockProblem();
      if (wrong.isPresent()) {
        markUnhealthy(StorageProblem.Kind.CLOCK, wrong.get());
      } else if (!isHealthy() || isProbeDue()) {
        probe.probe();
        nextProbe = clock.instant().plus(PROBE_INTERVAL);
        markHealthy();
      }
    } catch (RuntimeException e) {
      markUnhealthy(
          StorageProblem.Kind.DATABASE,
          "the database does not answer, or does not take writes (%s)".formatted(nameOf(e)));
    }
  }

  /// Also after the clock was set back.
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
    boolean pauses = problem == null;
    problem = new StorageProblem(kind, reason);
    if (pauses) {
      LOG.error("Pipeline paused: {}", reason);
    }
  }

  private void markHealthy() {
    boolean resumes = problem != null;
    problem = null;
    if (resumes) {
      LOG.info("Pipeline resumed: the database takes writes and the clock is right");
    }
  }

  /// Not the message: a driver's may quote what was written.
  private static String nameOf(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
