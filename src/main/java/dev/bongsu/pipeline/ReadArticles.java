package dev.bongsu.pipeline;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.DueArticle;
import dev.bongsu.article.PageFetcher;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.match.Match;
import dev.bongsu.match.MatchInput;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.page.ArticleText;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.WorkHandler;
import dev.bongsu.storage.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// article (unread) ──▶ delivery (waiting): stores the page's text, the matches and the alerts of
/// the first chats in one transaction; further chats follow in chunks.
public final class ReadArticles implements WorkHandler<DueArticle> {
  private static final Logger LOG = LoggerFactory.getLogger(ReadArticles.class);
  private static final int CHATS_PER_CHUNK = 500;
  private static final ChatKey BEFORE_FIRST_CHAT = new ChatKey(0);
  private static final Duration INITIAL_RETRY_DELAY = Duration.ofSeconds(30);
  private static final int MAX_RETRY_FACTOR = 120;

  private final ArticleQueueStore articles;
  private final PageFetcher pages;
  private final StandingQueries queries;
  private final AlertStore alerts;
  private final OutboxStore outbox;
  private final Database database;
  private final PipelineMetrics metrics;

  public ReadArticles(
      ArticleQueueStore articles,
      PageFetcher pages,
      StandingQueries queries,
      AlertStore alerts,
      OutboxStore outbox,
      Database database,
      PipelineMetrics metrics) {
    this.articles = articles;
    this.pages = pages;
    this.queries = queries;
    this.alerts = alerts;
    this.outbox = outbox;
    this.database = database;
    this.metrics = metrics;
  }

  @Override
  public WorkQueue<DueArticle> queue() {
    return articles;
  }

  @Override
  public void handle(DueArticle due) {
    if (due.resumeAfter() == null && pages.fetchRobotsIfUnknown(due)) {
      // The request for robots.txt used the host: the page waits for the host's gap.
      articles.release(due);
      return;
    }
    ChatKey resumeAfter = due.resumeAfter();
    Optional<ChatKey> last = resumeAfter == null ? readAndAlert(due) : Optional.of(resumeAfter);
    while (last.isPresent()) {
      last = addAlerts(due, last.get());
    }
  }

  @Override
  public void defer(DueArticle due) {
    int factor = Math.min(1 << Math.min(due.attempts(), 10), MAX_RETRY_FACTOR);
    articles.defer(due, INITIAL_RETRY_DELAY.multipliedBy(factor));
  }

  /// @return the chat after which to continue; empty if all have their alert, or the claim was lost
  private Optional<ChatKey> readAndAlert(DueArticle due) {
    Article article = due.article();
    Optional<ArticleText> read = fetch(due);
    if (read.isEmpty()) {
      articles.release(due);
      return Optional.empty();
    }
    ArticleText text = read.get();
    List<Match> matches = queries.match(subject(article, text));
    metrics.articleRead(matches.size());
    LOG.debug("Article {}: {} queries match", article.id().value(), matches.size());
    return database.inTransaction(
        () -> {
          if (!articles.saveText(due, text)) {
            return Optional.<ChatKey>empty();
          }
          alerts.addMatches(article.id(), matches);
          return addAlerts(due, BEFORE_FIRST_CHAT);
        });
  }

  private static MatchInput subject(Article article, ArticleText text) {
    return MatchInput.of(text.matchedText(), article.withLanguage(text.language()).fields());
  }

  private Optional<ArticleText> fetch(DueArticle due) {
    try {
      return pages.fetchText(due);
    } finally {
      articles.freeHost(due);
    }
  }

  private Optional<ChatKey> addAlerts(DueArticle due, ChatKey after) {
    return database.inTransaction(
        () -> {
          if (!articles.renew(due)) {
            return Optional.<ChatKey>empty();
          }
          Optional<ChatKey> last = outbox.addAlerts(due.article().id(), after, CHATS_PER_CHUNK);
          last.ifPresentOrElse(
              chat -> articles.recordNotifiedUpTo(due, chat), () -> articles.complete(due));
          return last;
        });
  }
}
