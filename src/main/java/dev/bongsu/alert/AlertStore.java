package dev.bongsu.alert;

import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.feed.AudienceStore;
import dev.bongsu.match.Match;
import dev.bongsu.match.Span;
import dev.bongsu.query.QueryId;
import dev.bongsu.storage.Database;
import dev.bongsu.subscription.SubscriptionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tables `article_match` and `article_summary`.
public final class AlertStore {
  private final Database database;
  private final InstantSource clock;

  public AlertStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Stores the queries that an article matched, and where.
  public void addMatches(ArticleId article, List<Match> matches) {
    // A suspended node may match a query that was deleted meanwhile.
    String sql =
        "insert into article_match (article_id, query_id, spans)"
            + " select cast(? as bigint), id, cast(? as text) from query where id = ?"
            + " on conflict (article_id, query_id) do nothing";
    List<Object[]> rows =
        matches.stream()
            .map(
                match ->
                    new Object[] {
                      article.value(), formatSpans(match.spans()), match.query().value()
                    })
            .toList();
    database.batch(sql, rows);
  }

  /// The chat's subscriptions that an article matched, oldest first; empty if they ended meanwhile.
  List<MatchReason> reasons(ArticleId article, ChatKey chat) {
    String sql =
        """
        select s.text, s.silent, s.preview, m.spans from subscription s join article_match m on m.query_id = s.query_id
        where m.article_id = :article and s.chat_id = :chat
        and %s order by s.id
        """
            .formatted(SubscriptionStore.IS_LIVE_SQL);
    return database
        .read()
        .sql(sql)
        .param("article", article.value())
        .param("chat", chat.value())
        .param("now", clock.millis())
        .query(
            (row, _) ->
                new MatchReason(
                    row.getString("text"),
                    parseSpans(row.getString("spans")),
                    row.getBoolean("silent"),
                    row.getBoolean("preview")))
        .list();
  }

  /// The texts of a chat's subscriptions that an article matched, oldest first, including paused
  /// ones.
  public List<String> matchingSubscriptions(ArticleId article, ChatKey chat) {
    String sql =
        """
        select s.text from subscription s join article_match m on m.query_id = s.query_id
        where m.article_id = :article and s.chat_id = :chat order by s.id
        """;
    return database
        .read()
        .sql(sql)
        .param("article", article.value())
        .param("chat", chat.value())
        .query((row, _) -> row.getString("text"))
        .list();
  }

  /// The number of articles that a chat may see, seen since then, that matched each of these
  /// queries; queries without any are left out.
  public Map<QueryId, Integer> matchesSince(ChatKey chat, List<QueryId> queries, Instant since) {
    if (queries.isEmpty()) {
      return Map.of();
    }
    String sql =
        """
        select m.query_id, count(*) as matches from article_match m
        join article a on a.id = m.article_id join feed f on f.id = a.feed_id
        where m.query_id in (:queries) and a.seen_ms >= :since and %s group by m.query_id
        """
            .formatted(AudienceStore.isVisibleSql(":chat", "a.seen_ms"));
    return database
        .read()
        .sql(sql)
        .param("queries", queries.stream().map(QueryId::value).toList())
        .param("since", since.toEpochMilli())
        .param("chat", chat.value())
        .query((row, _) -> Map.entry(new QueryId(row.getLong("query_id")), row.getInt("matches")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// The stored summary for these words.
  Optional<List<String>> summary(ArticleId article, String words) {
    return database
        .read()
        .sql("select sentences from article_summary where article_id = :article and words = :words")
        .param("article", article.value())
        .param("words", words)
        .query((row, _) -> row.getString("sentences"))
        .optional()
        .map(sentences -> sentences.lines().toList());
  }

  void addSummary(ArticleId article, String words, List<String> sentences) {
    String sql =
        """
        insert into article_summary (article_id, words, sentences)
        values (:article, :words, :sentences) on conflict (article_id, words) do nothing
        """;
    database
        .write()
        .sql(sql)
        .params(
            Map.of(
                "article", article.value(),
                "words", words,
                "sentences", String.join("\n", sentences)))
        .update();
  }

  /// Deletes the matches and summaries of articles.
  public void delete(List<ArticleId> articles) {
    if (!articles.isEmpty()) {
      List<Long> ids = articles.stream().map(ArticleId::value).toList();
      database
          .write()
          .sql("delete from article_summary where article_id in (:ids)")
          .param("ids", ids)
          .update();
      database
          .write()
          .sql("delete from article_match where article_id in (:ids)")
          .param("ids", ids)
          .update();
    }
  }

  private static String formatSpans(List<Span> spans) {
    return spans.stream()
        .map(span -> span.start() + "-" + span.end())
        .collect(Collectors.joining(" "));
  }

  private static List<Span> parseSpans(String spans) {
    return Arrays.stream(spans.split(" "))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("-"))
        .map(pair -> new Span(Integer.parseInt(pair[0]), Integer.parseInt(pair[1])))
        .toList();
  }

  /// One subscription of the chat and where the article matches it.
  ///
  /// @param silent whether its alerts make no sound
  /// @param preview whether its alerts show the page's picture
  record MatchReason(String subscription, List<Span> spans, boolean silent, boolean preview) {
    MatchReason {
      spans = List.copyOf(spans);
    }
  }
}
