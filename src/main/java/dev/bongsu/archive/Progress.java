package dev.bongsu.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log how far the making of the archive is.
final class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  /// Fewer are there before anybody could ask.
  private static final long WORTH_SAYING = 500;

  private final InstantSource clock;
  private final long all;
  private long taken;
  private Instant said;

  Progress(long all, InstantSource clock) {
    this.all = all;
    this.clock = clock;
    this.said = clock.instant();
    if (all >= WORTH_SAYING) {
      LOG.info("The archive takes in {} articles", all);
    }
  }

  void advanced(int articles) {
    taken += articles;
    Instant now = clock.instant();
    if (said.plus(EVERY).isBefore(now)) {
      said = now;
      LOG.info(
          "The archive has taken {} of {} articles ({} %)",
          taken, all, all == 0 ? 100 : Math.min(100, taken * 100 / all));
    }
  }

  void finished() {
    LOG.info("The archive is complete: {} articles taken", taken);
  }
}
