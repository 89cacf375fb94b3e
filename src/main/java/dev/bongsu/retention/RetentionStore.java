package dev.bongsu.retention;

import dev.bongsu.storage.Database;
import java.time.Instant;
import java.util.List;

/// Clears away what nobody waits for any more: the rows of `delivery` that are done, and what the
/// tables `article`, `article_match` and `article_summary` keep of old articles, and the rows of
/// `query` that nobody asks for. What is waiting, held or dead is not touched, nor the article it
/// is about.
public final class RetentionStore {
  private static final String UNDELIVERED =
      """
      exists (select 1 from delivery
        where delivery.article_id = article.id and delivery.state not in ('sent', 'dropped'))
      """;

  private final Database database;

  public RetentionStore(Database database) {
    this.database = database;
  }

  /// Deletes deliveries that ended before then.
  ///
  /// @return how many; 0 if there are no more
  public int deleteDeliveries(Instant before, int atMost) {
    return delete(
        """
        delete from delivery where id in (
          select id from delivery where state in ('sent', 'dropped') and ended_ms < :before
          order by ended_ms limit :limit)
        """,
        before,
        atMost);
  }

  /// Deletes the texts, matches and summaries of articles that were seen before then; title and
  /// link stay.
  ///
  /// @return of how many articles; 0 if there are no more
  public int deleteArticleTexts(Instant before, int atMost) {
    return database.inTransaction(
        () -> {
          List<Long> articles = articlesWithText(before, atMost);
          if (!articles.isEmpty()) {
            updateByIds("delete from article_summary where article_id in (:ids)", articles);
            updateByIds("delete from article_match where article_id in (:ids)", articles);
            updateByIds(
                "update article set body = null, feed_text = '' where id in (:ids)", articles);
          }
          return articles.size();
        });
  }

  private List<Long> articlesWithText(Instant before, int atMost) {
    String sql =
        """
        select id from article
        where (body is not null or feed_text <> '') and seen_ms < :before
        and state in ('done', 'silent') and not %s
        order by seen_ms limit :limit
        """
            .formatted(UNDELIVERED);
    return database
        .write()
        .sql(sql)
        .param("before", before.toEpochMilli())
        .param("limit", atMost)
        .query((row, _) -> row.getLong("id"))
        .list();
  }

  private void updateByIds(String sql, List<Long> ids) {
    database.write().sql(sql).param("ids", ids).update();
  }

  /// Deletes articles that were seen before then, whose text is gone and whose deliveries are.
  ///
  /// @return how many; 0 if there are no more
  public int deleteArticles(Instant before, int atMost) {
    return delete(
        """
        delete from article where id in (
          select id from article
          where body is null and feed_text = '' and seen_ms < :before and state in ('done', 'silent')
          and not exists (select 1 from delivery where delivery.article_id = article.id)
          and not exists (select 1 from article_match where article_match.article_id = article.id)
          order by seen_ms limit :limit)
        """,
        before,
        atMost);
  }

  /// Deletes standing queries that nobody asks for any more and that no kept article matched, if
  /// they were dead when [#markUnusedQueries] was last called.
  ///
  /// @return how many; 0 if there are no more
  public int deleteUnusedQueries(int atMost) {
    String sql =
        """
        delete from query where live = 0 and id in (
          select id from query
          where live = 0 and version <= (select value from counter where name = 'dead-query')
          and not exists (select 1 from subscription where subscription.query_id = query.id)
          and not exists (select 1 from article_match where article_match.query_id = query.id)
          order by version limit :limit)
        """;
    return database.write().sql(sql).param("limit", atMost).update();
  }

  /// From the next night on the queries that are dead now may be deleted: until then every node
  /// that works sees that they are.
  public void markUnusedQueries() {
    database
        .write()
        .sql(
            """
            update counter set value = (select value from counter where name = 'subscription')
            where name = 'dead-query'
            """)
        .update();
  }

  private int delete(String sql, Instant before, int atMost) {
    return database
        .write()
        .sql(sql)
        .param("before", before.toEpochMilli())
        .param("limit", atMost)
        .update();
  }
}
