package dev.bongsu.pipeline;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.RestoreSettings;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a backup says is still to be done, and was done before it was restored (r079).
public final class RestoreCleanup {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreCleanup.class);

  private final RestoreSettings settings;
  private final Database database;
  private final ArticleQueueStore articles;
  private final OutboxStore outbox;

  public RestoreCleanup(
      RestoreSettings settings, Database database, ArticleQueueStore articles, OutboxStore outbox) {
    this.settings = settings;
    this.database = database;
    this.articles = articles;
    this.outbox = outbox;
  }

  /// Ends what waits from before [RestoreSettings#toldUntil]: messages, and articles nobody was
  /// told of. Call it before anything is sent; once more does nothing more.
  public void dropAlreadySent() {
    Instant until = settings.toldUntil();
    if (until != null) {
      database.inTransaction(() -> dropAlreadySent(until));
    }
  }

  private void dropAlreadySent(Instant until) {
    int messages = outbox.dropCreatedUntil(until);
    int kept = articles.silenceSeenUntil(until);
    LOG.info("Told before {}: {} messages and {} articles of the backup", until, messages, kept);
  }
}
