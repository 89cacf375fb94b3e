package dev.bongsu.article;

import dev.bongsu.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Finds the articles of several feeds that are one for a chat.
final class SamePageStore {
  private static final int MAX_ARTICLES_AT_PAGE = 1000;

  private final Database database;

  SamePageStore(Database database) {
    this.database = database;
  }

  /// The articles of other feeds that say the same of the same page: a chat that got one of them
  /// knows this one. Where many entries share a page, title and text must be the same.
  List<ArticleId> sameElsewhere(ArticleId id) {
    String sql =
        """
        select other.id, other.host, other.title, other.feed_text, other.published_ms,
          a.host as own_host, a.title as own_title, a.feed_text as own_text
        from article a join article other on other.page_key = a.page_key
        join feed f on f.id = other.feed_id
        where a.id = :id and a.page_key <> '' and other.feed_id <> a.feed_id
        and other.state in ('notifying', 'done')
        order by f.for_everybody desc, other.id desc limit :limit
        """;
    return database
        .write()
        .sql(sql)
        .param("id", id.value())
        .param("limit", MAX_ARTICLES_AT_PAGE)
        .query((row, _) -> saysTheSame(row) ? new ArticleId(row.getLong("id")) : null)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean saysTheSame(ResultSet row) throws SQLException {
    EntryText own = new EntryText(row.getString("own_title"), row.getString("own_text"), null);
    boolean ownPage = !row.getString("own_host").isEmpty() && !row.getString("host").isEmpty();
    return ownPage ? own.agreesWith(ArticleStore.text(row)) : own.isSameAs(ArticleStore.text(row));
  }
}
