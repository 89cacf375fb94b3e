package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import dev.bongsu.page.ArticleText;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `article`.
public final class ArticleStore {
  /// Nothing on the web was published before.
  static final Instant EARLIEST_PLAUSIBLE_DATE = Instant.parse("1995-01-01T00:00:00Z");

  /// As much of a text as tells what it is about.
  private static final int MAX_EXCERPT_LENGTH = 10_000;

  private static final Duration MAX_CLOCK_SKEW = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

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

  /// The texts of the newest articles as queries are matched against them, of long ones the
  /// beginning.
  public List<String> newestTexts(int atMost) {
    String sql =
        """
        select title, substr(coalesce(body, feed_text), 1, :length) as text
        from article order by id desc limit :limit
        """;
    return database
        .read()
        .sql(sql)
        .param("length", MAX_EXCERPT_LENGTH)
        .param("limit", atMost)
        .query((row, _) -> ArticleText.matchedText(row.getString("title"), row.getString("text")))
        .list();
  }

  /// Adds an article. One that another feed brought before stays as it is, but for one that was
  /// only kept: if it is news here, it is told after all.
  ///
  /// @return whether it is now to be read
  boolean add(NewArticle article) {
    String sql =
        """
        insert into article (identity, feed_id, link, host, title, feed_text, author, categories, language,
          published_ms, seen_ms, state, page_deadline_ms, due_ms, text_ready_ms, stale, batched)
        values (:identity, :feed, :link, :host, :title, :text, :author, :categories, :language,
          :published, :now, :state, :until, :now, :kept, :stale, :batched)
        on conflict (identity) do update set state = excluded.state, seen_ms = excluded.seen_ms,
          due_ms = excluded.due_ms, page_deadline_ms = excluded.page_deadline_ms,
          batched = excluded.batched
        where article.state = 'silent' and excluded.state = 'pending'
        """;
    boolean stored = database.write().sql(sql).params(columns(article)).update() == 1;
    boolean unread = stored && !article.alertPolicy().suppressesAlert();
    if (unread) {
      nudges.nudge(ArticleQueueStore.TABLE);
    }
    return unread;
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

  /// A date before the first feed is none, and one to come means now: it would stand first for
  /// ever.
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

  /// How many new articles each feed brought in the last seven days; feeds without any are left
  /// out.
  public Map<FeedId, Integer> countLastWeekByFeed() {
    Map<FeedId, Integer> counts = new HashMap<>();
    database
        .read()
        .sql(
            """
            select feed_id, count(*) as articles from article
            where seen_ms > :since and state <> 'silent' group by feed_id
            """)
        .param("since", clock.instant().minus(WEEK).toEpochMilli())
        .query(
            row -> {
              counts.put(new FeedId(row.getLong("feed_id")), row.getInt("articles"));
            });
    return counts;
  }
}
