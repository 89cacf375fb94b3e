package dev.bongsu.article;

import dev.bongsu.feed.FeedId;
import dev.bongsu.page.ArticleText;
import dev.bongsu.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes of searchable articles, for the archive.
public final class SearchableArticleStore {
  /// Some publishers date everything 1970; older dates are ignored.
  private static final Instant EARLIEST_PLAUSIBLE_DATE = Instant.parse("1995-01-01T00:00:00Z");

  /// Enough of a text to show its subject.
  private static final int MAX_EXCERPT_LENGTH = 10_000;

  private final Database database;

  public SearchableArticleStore(Database database) {
    this.database = database;
  }

  /// The version of an article's text.
  ///
  /// @param textReadyMillis epoch milliseconds; higher when its text was replaced
  public record ArticleVersion(ArticleId id, long textReadyMillis) {}

  /// The next versions after one, ordered by time and id.
  public List<ArticleVersion> changedAfter(ArticleVersion last, int atMost) {
    String sql =
        """
        select id, text_ready_ms from article
        where text_ready_ms > 0 and (text_ready_ms > :kept or (text_ready_ms = :kept and id > :id))
        order by text_ready_ms, id limit :limit
        """;
    return database
        .read()
        .sql(sql)
        .param("kept", last.textReadyMillis())
        .param("id", last.id().value())
        .param("limit", atMost)
        .query((row, _) -> version(row))
        .list();
  }

  /// The number of articles whose text is ready since a time.
  public long countChangedSince(Instant time) {
    return database
        .read()
        .sql(
            "select count(*) as kept from article where text_ready_ms >= :time and text_ready_ms >"
                + " 0")
        .param("time", time.toEpochMilli())
        .query((row, _) -> row.getLong("kept"))
        .single();
  }

  /// The current versions of some articles, in no order; deleted articles are left out.
  public List<ArticleVersion> versions(Collection<ArticleId> ids) {
    return database
        .read()
        .sql("select id, text_ready_ms from article where id in (:ids)")
        .param("ids", values(ids))
        .query((row, _) -> version(row))
        .list();
  }

  /// Some articles, in no order; deleted and unready articles are left out.
  ///
  /// @param ids a few: their texts are loaded at once
  public List<SearchableArticle> get(Collection<ArticleId> ids) {
    String sql =
        """
        select a.*, coalesce(nullif(f.name, ''), f.title) as source
        from article a join feed f on f.id = a.feed_id where a.id in (:ids) and a.text_ready_ms > 0
        """;
    return database
        .read()
        .sql(sql)
        .param("ids", values(ids))
        .query((row, _) -> searchable(row))
        .list();
  }

  /// The matched texts of the newest articles, long ones truncated.
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

  private static List<Long> values(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::value).toList();
  }

  private static ArticleVersion version(ResultSet row) throws SQLException {
    return new ArticleVersion(new ArticleId(row.getLong("id")), row.getLong("text_ready_ms"));
  }

  private static SearchableArticle searchable(ResultSet row) throws SQLException {
    Article article = ArticleStore.article(row);
    Instant seen = Instant.ofEpochMilli(row.getLong("seen_ms"));
    boolean quiet = row.getString("state").equals("silent");
    return new SearchableArticle(
        article,
        new FeedId(row.getLong("feed_id")),
        !row.getString("host").isEmpty(),
        quiet ? effectiveTime(article.published(), seen) : seen,
        seen,
        Instant.ofEpochMilli(row.getLong("text_ready_ms")));
  }

  private static Instant effectiveTime(@Nullable Instant published, Instant seen) {
    return published != null
            && published.isAfter(EARLIEST_PLAUSIBLE_DATE)
            && published.isBefore(seen)
        ? published
        : seen;
  }
}
