package dev.bongsu.article;

import dev.bongsu.article.ArticleStatus.ProcessingStage;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.AudienceStore;
import dev.bongsu.storage.Database;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Looks up articles and entry keys by link.
public final class ArticleStatusStore {
  private static final int MAX_ARTICLES = 20;

  private final Database database;

  public ArticleStatusStore(Database database) {
    this.database = database;
  }

  /// The articles at an address that a chat may see, the latest first, at most 20: a notice board
  /// has many at one address. Equivalent addresses count as one, see [CanonicalLink#key(URI)].
  public List<ArticleStatus> findByLink(ChatKey chat, URI link) {
    String sql =
        """
        select a.*, coalesce(nullif(f.name, ''), f.title) as source
        from article a join feed f on f.id = a.feed_id
        where (a.page_key = :key or a.link = :link) and %s order by a.id desc limit :limit
        """
            .formatted(AudienceStore.isVisibleSql(":chat", "a.seen_ms"));
    return database
        .read()
        .sql(sql)
        .param("key", CanonicalLink.key(link))
        .param("link", link.toString())
        .param("chat", chat.value())
        .param("limit", MAX_ARTICLES)
        .query((row, _) -> status(row))
        .list();
  }

  /// Whether an entry with this link was seen in a feed whose articles the chat may see, whenever
  /// they came.
  public boolean hasSeenLink(ChatKey chat, URI link) {
    String sql =
        """
        select count(*) as entries from entry_key e join feed f on f.id = e.feed_id
        where e.entry_key = :key and %s
        """
            .formatted(AudienceStore.isVisibleSql(":chat", "0"));
    return database
            .read()
            .sql(sql)
            .param("key", KeyedEntry.linkKey(CanonicalLink.key(link)))
            .param("chat", chat.value())
            .query((row, _) -> row.getInt("entries"))
            .single()
        > 0;
  }

  private static ArticleStatus status(ResultSet row) throws SQLException {
    return new ArticleStatus(
        ArticleStore.article(row),
        stage(row.getString("state"), row.getBoolean("stale")),
        row.getString("state").equals("done") && row.getString("body") == null,
        Instant.ofEpochMilli(row.getLong("seen_ms")));
  }

  private static ProcessingStage stage(String state, boolean stale) {
    return switch (state) {
      case "silent" -> stale ? ProcessingStage.STALE : ProcessingStage.SILENT;
      case "pending" -> ProcessingStage.PENDING;
      default -> ProcessingStage.PROCESSED;
    };
  }
}
