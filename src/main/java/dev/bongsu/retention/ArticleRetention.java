package dev.bongsu.retention;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.ArticleStore;
import dev.bongsu.article.EntryKeyStore;
import dev.bongsu.feed.FeedId;
import dev.bongsu.storage.Database;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// The deletions of articles and of the keys by which their entries are recognised.
public final class ArticleRetention {
  private final Database database;
  private final ArticleStore articles;
  private final AlertStore alerts;
  private final EntryKeyStore keys;

  public ArticleRetention(
      Database database, ArticleStore articles, AlertStore alerts, EntryKeyStore keys) {
    this.database = database;
    this.articles = articles;
    this.alerts = alerts;
    this.keys = keys;
  }

  /// Deletes texts, with the matches and summaries that point into them.
  int deleteTexts(Instant time, int max) {
    return database.inTransaction(
        () -> {
          List<ArticleId> deleted = articles.deleteTextsOlderThan(time, max);
          alerts.delete(deleted);
          return deleted.size();
        });
  }

  int deleteArticles(Instant time, int max) {
    return articles.deleteOlderThan(time, max);
  }

  /// Feed by feed: the keys of a feed's current entries are kept however old they are.
  IntUnaryOperator deleteKeys(Instant time) {
    Deque<FeedId> feeds = new ArrayDeque<>(keys.feedsWithKeysOlderThan(time));
    return max -> {
      int deleted = 0;
      while (deleted == 0 && !feeds.isEmpty()) {
        deleted = keys.deleteOlderThan(feeds.peek(), time, max);
        if (deleted == 0) {
          feeds.pop();
        }
      }
      return deleted;
    };
  }
}
