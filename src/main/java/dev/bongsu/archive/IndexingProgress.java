package dev.bongsu.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs the progress of building the archive.
final class IndexingProgress {
  private static final Logger LOG = LoggerFactory.getLogger(IndexingProgress.class);
  private static final Duration LOG_INTERVAL = Duration.ofSeconds(5);

  /// Smaller archives are ready before the first search.
  private static final long MIN_ARTICLES_TO_LOG = 500;

  private final InstantSource clock;
  private final long total;
  private long indexed;
  private Instant loggedAt;

  IndexingProgress(long total, InstantSource clock) {
    this.total = total;
    this.clock = clock;
    this.loggedAt = clock.instant();
    if (total >= MIN_ARTICLES_TO_LOG) {
      LOG.info("Indexing {} articles", total);
    }
  }

  void onIndexed(int articles) {
    indexed += articles;
    Instant now = clock.instant();
    if (loggedAt.plus(LOG_INTERVAL).isBefore(now)) {
      loggedAt = now;
      LOG.info(
          "Indexed {} of {} articles ({} %)",
          indexed, total, total == 0 ? 100 : Math.min(100, indexed * 100 / total));
    }
  }

  void onFinished() {
    LOG.info("The archive is complete: {} articles", indexed);
  }
}
