package dev.bongsu.pipeline;

import dev.bongsu.alert.AlertStore;
import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleQueueStore;
import dev.bongsu.article.DueArticle;
import dev.bongsu.article.PageFetcher;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.delivery.OutboxStore;
import dev.bongsu.match.Match;
import dev.bongsu.match.StandingQueries;
import dev.bongsu.match.Subject;
import dev.bongsu.page.ArticleText;
import dev.bongsu.storage.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// article (unread) ──▶ delivery (waiting): the page's text, what matched and the alerts of the
/// first chats, in one transaction; further chats in chunks of their own.
public final class ReadArticles implements Work<DueArticle> {
  private static final Logger LOG = LoggerFactory.getLogger(ReadArticles.class);
  private static final int SLOTS = 32;
  private static final int CHATS_A_CHUNK = 500;
  private static final ChatKey NOBODY = new ChatKey(0);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final int LONGEST_WAIT_FACTOR = 120;

  private final ArticleQueueStore articles;
  private final PageFetcher pages;
  private final StandingQueries queries;
  private final AlertStore alerts;
  private final OutboxStore outbox;
  private final Database database;
  private final InstantSource clock;
  private final FlowMetrics metrics;

  public ReadArticles(
      ArticleQueueStore articles,
      PageFetcher pages,
      StandingQueries queries,
      AlertStore alerts,
      OutboxStore outbox,
      Database database,
      InstantSource clock,
      FlowMetrics metrics) {
    this.articles = articles;
    this.pages = pages;
    this.queries = queries;
    this.alerts = alerts;
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return "read-articles";
  }

  @Override
  public String table() {
    return ArticleQueueStore.TABLE;
  }

  @Override
  public int slots() {
    return SLOTS;
  }

  @Override
  public List<DueArticle> claim(int atMost) {
    return articles.claim(atMost);
  }

  @Override
  public void handle(DueArticle due) {
    if (due.resumeAfter() == null && pages.asksRobots(due)) {
      // the host's gap comes before the page
      articles.giveBack(due);
      return;
    }
    ChatKey toldUpTo = due.resumeAfter();
    Optional<ChatKey> last = toldUpTo == null ? readAndTell(due) : Optional.of(toldUpTo);
    while (last.isPresent()) {
      last = tell(due, last.get());
    }
  }

  @Override
  public void putOff(DueArticle due) {
    int factor = Math.min(1 << Math.min(due.attempts(), 10), LONGEST_WAIT_FACTOR);
    articles.later(due, clock.instant().plus(FIRST_WAIT.multipliedBy(factor)));
  }

  /// @return the chat after which to go on; empty if all are told, or the claim was lost
  private Optional<ChatKey> readAndTell(DueArticle due) {
    Article article = due.article();
    Optional<ArticleText> read = fetch(due);
    if (read.isEmpty()) {
      articles.giveBack(due);
      return Optional.empty();
    }
    ArticleText text = read.get();
    List<Match> matches = queries.match(subject(article, text));
    metrics.read(matches.size());
    LOG.debug("Article {}: {} queries match", article.id().value(), matches.size());
    return database.inTransaction(
        () -> {
          if (!articles.read(due, text)) {
            return Optional.<ChatKey>empty();
          }
          alerts.addMatches(article.id(), matches);
          return tell(due, NOBODY);
        });
  }

  private static Subject subject(Article article, ArticleText text) {
    return Subject.of(text.matchedText(), article.in(text.language()).facts());
  }

  private Optional<ArticleText> fetch(DueArticle due) {
    try {
      return pages.read(due);
    } finally {
      articles.freeHost(due);
    }
  }

  private Optional<ChatKey> tell(DueArticle due, ChatKey after) {
    return database.inTransaction(
        () -> {
          if (!articles.renew(due)) {
            return Optional.<ChatKey>empty();
          }
          Optional<ChatKey> last = outbox.addAlerts(due.article().id(), after, CHATS_A_CHUNK);
          last.ifPresentOrElse(chat -> articles.told(due, chat), () -> articles.done(due));
          return last;
        });
  }

  @Override
  public long id(DueArticle due) {
    return due.article().id().value();
  }

  @Override
  public void giveBack(DueArticle due) {
    articles.giveBack(due);
  }

  @Override
  public boolean renew(DueArticle due) {
    return articles.renew(due);
  }
}
