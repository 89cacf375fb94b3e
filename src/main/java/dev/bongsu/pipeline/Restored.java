package dev.bongsu.pipeline;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.RestoreSettings;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a backup says is still to be done, and was done before it was restored (r079).
public final class Restored {
  private static final Logger LOG = LoggerFactory.getLogger(Restored.class);

  private final RestoreSettings settings;
  private final Database database;
  private final ArticleQueueStore articles;
  private final OutboxStore outbox;

  public Restored(
      RestoreSettings settings, Database database, ArticleQueueStore articles, OutboxStore outbox) {
    this.settings = settings;
    this.database = database;
    this.articles = articles;
    this.outbox = outbox;
  }

  /// Ends what waits from before [RestoreSettings#toldUntil]: messages, and articles nobody was
  /// told of. Call it before anything is sent; once more does nothing more.
  public void settle() {
    Instant until = settings.toldUntil();
    if (until != null) {
      database.inTransaction(() -> settle(until));
    }
  }

  private void settle(Instant until) {
    int messages = outbox.drop(until);
    int kept = articles.quieten(until);
    LOG.info("Told before {}: {} messages and {} articles of the backup", until, messages, kept);
  }
}
