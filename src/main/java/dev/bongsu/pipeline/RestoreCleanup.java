package dev.bongsu.pipeline;

import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.RestoreSettings;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Drops the work of a restored backup that was done after the backup was made (r079).
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

  /// Drops the messages and silences the articles from before [RestoreSettings#toldUntil] that
  /// wait. Call it before anything is sent. Idempotent.
  public void dropAlreadySent() {
    Instant until = settings.toldUntil();
    if (until != null) {
      database.inTransaction(() -> dropAlreadySent(until));
    }
  }

  private void dropAlreadySent(Instant until) {
    int messages = outbox.dropCreatedUntil(until);
    int silenced = articles.silenceSeenUntil(until);
    LOG.info(
        "Restore: dropped {} messages, silenced {} articles up to {}", messages, silenced, until);
  }
}
