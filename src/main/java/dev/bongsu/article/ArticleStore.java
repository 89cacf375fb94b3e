package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import dev.bongsu.storage.Database;
import dev.bongsu.storage.Nudges;
import dev.bongsu.summary.ArticleKind;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The table `article`.
public final class ArticleStore {
  /// No web page is older.
  static final Instant EARLIEST_PLAUSIBLE_DATE = Instant.parse("1995-01-01T00:00:00Z");

  private static final int MAX_TEXTS_AT_PAGE = 50;
  private static final Duration MAX_CLOCK_SKEW = Duration.ofDays(1);

  private final Database database;
  private final InstantSource clock;
  private final Nudges nudges;
  private final Duration deadline;

  public ArticleStore(
      Database database, InstantSource clock, ArticleSettings settings, Nudges nudges) {
    this.database = database;
    this.clock = clock;
    this.deadline = settings.deadline();
    this.nudges = nudges;
  }

  public Optional<Article> get(ArticleId id) {
    String sql =
        """
        select a.*, coalesce(nullif(f.name, ''), f.title) as source
        from article a join feed f on f.id = a.feed_id where a.id = :id
        """;
    return database
        .read()
        .sql(sql)
        .param("id", id.value())
        .query((row, _) -> article(row))
        .optional();
  }

  /// Adds an article. If another feed brought the same page with a title or text that agrees, it is
  /// that article: it stays as it is, but for one that was only stored, which becomes news if it is
  /// news here. Anything else at the same page is an article of its own.
  ///
  /// @return whether the article is now pending
  boolean add(NewArticle article) {
    boolean pending =
        insert(article)
            ? !article.alertPolicy().suppressesAlert()
            : isSame(article) ? awaken(article) : insertApart(article.apart());
    if (pending) {
      nudges.nudge(ArticleQueueStore.TABLE);
    }
    return pending;
  }

  private boolean insertApart(NewArticle article) {
    return insert(article) ? !article.alertPolicy().suppressesAlert() : awaken(article);
  }

  /// @return false if there is one of this identity
  private boolean insert(NewArticle article) {
    String sql =
        """
        insert into article (identity, page_key, feed_id, link, host, title, feed_text, author, categories,
          language, published_ms, seen_ms, state, page_deadline_ms, due_ms, text_ready_ms,
          stale, batched)
        values (:identity, :page, :feed, :link, :host, :title, :text, :author, :categories,
          :language, :published, :now, :state, :until, :now, :kept, :stale, :batched)
        on conflict (identity) do nothing
        """;
    return database.write().sql(sql).params(columns(article)).update() == 1;
  }

  /// Whether the article of this identity says the same. The article of a feed that everybody saw
  /// once, but not now, or from before it was shared, stands for nothing. Within one feed the
  /// entry's own keys set it apart already, so that only the very same words count.
  private boolean isSame(NewArticle article) {
    return database
        .write()
        .sql(
            """
            select a.*, (f.for_everybody and a.seen_ms >= f.public_since_ms) as for_everybody
            from article a join feed f on f.id = a.feed_id where a.identity = :identity
            """)
        .param("identity", article.identity())
        .query(
            (row, _) -> {
              EntryText one = text(row);
              EntryText other = new EntryText(article.title(), article.text(), article.published());
              return row.getLong("feed_id") == article.feed().value()
                  ? one.title().equals(other.title()) && one.text().equals(other.text())
                  : row.getBoolean("for_everybody") && one.agreesWith(other);
            })
        .single();
  }

  private boolean awaken(NewArticle article) {
    String sql =
        """
        update article set state = 'pending', seen_ms = :now, due_ms = :now, page_deadline_ms = :until,
          batched = :batched, stale = false, text_ready_ms = 0
        where identity = :identity and state = 'silent' and :state = 'pending'
        """;
    return database.write().sql(sql).params(columns(article)).update() == 1;
  }

  /// Makes news of articles that were stored as old news, now that the feed corrected their dates.
  ///
  /// @param corrected as they are now; asked for only if the feed has such articles
  /// @return how many are now to be read
  int publishCorrected(FeedId feed, Supplier<List<NewArticle>> corrected) {
    Set<String> stale =
        new HashSet<>(
            database
                .read()
                .sql("select identity from article where feed_id = :feed and stale")
                .param("feed", feed.value())
                .query((row, _) -> row.getString("identity"))
                .list());
    if (stale.isEmpty()) {
      return 0;
    }
    int published = 0;
    for (NewArticle article : corrected.get()) {
      for (NewArticle candidate : List.of(article, article.apart())) {
        published += stale.contains(candidate.identity()) && redate(candidate) ? 1 : 0;
      }
    }
    return published;
  }

  private boolean redate(NewArticle article) {
    database
        .write()
        .sql("update article set published_ms = :published where identity = :identity and stale")
        .params(columns(article))
        .update();
    boolean pending = awaken(article);
    if (pending) {
      nudges.nudge(ArticleQueueStore.TABLE);
    }
    return pending;
  }

  /// What a feed's latest articles at a page said when they were stored, the latest first.
  List<EntryText> textsAt(FeedId feed, String page) {
    return database
        .read()
        .sql(
            """
            select title, feed_text, published_ms from article
            where feed_id = :feed and page_key = :page order by id desc limit :limit
            """)
        .param("feed", feed.value())
        .param("page", page)
        .param("limit", MAX_TEXTS_AT_PAGE)
        .query((row, _) -> text(row))
        .list();
  }

  static EntryText text(ResultSet row) throws SQLException {
    long published = row.getLong("published_ms");
    Instant time = row.wasNull() ? null : Instant.ofEpochMilli(published);
    return new EntryText(row.getString("title"), row.getString("feed_text"), time);
  }

  /// Clears the texts of articles that were seen before then and that no delivery waits for. Title
  /// and link stay.
  ///
  /// @return the articles; empty if there are no more
  public List<ArticleId> deleteTextsOlderThan(Instant time, int max) {
    String sql =
        """
        update article set body = null, feed_text = '' where id in (
          select id from article
          where (body is not null or feed_text <> '') and seen_ms < :time
          and state in ('done', 'silent')
          and not exists (select 1 from delivery
            where delivery.article_id = article.id and delivery.state not in ('sent', 'dropped'))
          order by seen_ms limit :limit)
        returning id
        """;
    return database
        .write()
        .sql(sql)
        .param("time", time.toEpochMilli())
        .param("limit", max)
        .query((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// Deletes articles that were seen before then and that have no text, match or delivery.
  ///
  /// @return how many; 0 if there are no more
  public int deleteOlderThan(Instant time, int max) {
    String sql =
        """
        delete from article where id in (
          select id from article
          where body is null and feed_text = '' and seen_ms < :time
          and state in ('done', 'silent')
          and not exists (select 1 from delivery where delivery.article_id = article.id)
          and not exists (select 1 from article_match where article_match.article_id = article.id)
          order by seen_ms limit :limit)
        """;
    return database
        .write()
        .sql(sql)
        .param("time", time.toEpochMilli())
        .param("limit", max)
        .update();
  }

  /// A date before the first feeds counts as missing. A future date counts as now: it would stay at
  /// the top of lists.
  private @Nullable Instant plausibleDate(@Nullable Instant published) {
    if (published == null || published.isBefore(EARLIEST_PLAUSIBLE_DATE)) {
      return null;
    }
    Instant now = clock.instant();
    return published.isAfter(now.plus(MAX_CLOCK_SKEW)) ? now : published;
  }

  private Map<String, @Nullable Object> columns(NewArticle article) {
    Instant published = plausibleDate(article.published());
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("identity", article.identity());
    columns.put("page", article.page());
    columns.put("feed", article.feed().value());
    columns.put("link", article.link().toString());
    columns.put("host", article.host());
    columns.put("title", article.title());
    columns.put("text", article.text());
    columns.put("author", article.author());
    columns.put("categories", String.join("\n", article.categories()));
    columns.put("language", article.language());
    columns.put("published", published == null ? null : published.toEpochMilli());
    columns.put("now", clock.millis());
    columns.put("state", article.alertPolicy().suppressesAlert() ? "silent" : "pending");
    columns.put("stale", article.alertPolicy() == AlertPolicy.STALE);
    columns.put("batched", article.alertPolicy() == AlertPolicy.BATCHED);
    columns.put("kept", article.alertPolicy().suppressesAlert() ? clock.millis() : 0);
    columns.put("until", clock.instant().plus(deadline).toEpochMilli());
    return columns;
  }

  static Article article(ResultSet row) throws SQLException {
    String body = row.getString("body");
    long published = row.getLong("published_ms");
    Instant time = row.wasNull() ? null : Instant.ofEpochMilli(published);
    return new Article(
        new ArticleId(row.getLong("id")),
        URI.create(row.getString("link")),
        row.getString("source"),
        row.getString("title"),
        body == null ? row.getString("feed_text") : body,
        row.getString("language"),
        time,
        row.getString("author"),
        row.getString("categories").lines().toList(),
        ArticleKind.of(row.getString("kind")));
  }

  /// The number of new articles of each feed since a time; feeds without any are left out.
  public Map<FeedId, Integer> countByFeedSince(Instant since) {
    Map<FeedId, Integer> counts = new HashMap<>();
    database
        .read()
        .sql(
            """
            select feed_id, count(*) as articles from article
            where seen_ms > :since and state <> 'silent' group by feed_id
            """)
        .param("since", since.toEpochMilli())
        .query(
            row -> {
              counts.put(new FeedId(row.getLong("feed_id")), row.getInt("articles"));
            });
    return counts;
  }
}
