package dev.bongsu.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.article.Article;
import dev.bongsu.match.Match;
import dev.bongsu.match.QueryIndex;
import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.ArticleGenerator;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The archive gives the answers that matching each article gives.
class ArchiveDifferentialTest {
  private static final int ARTICLES = 200;
  private static final int QUERIES = 300;

  @Test
  void findsForEveryQueryExactlyTheArticlesThatMatchIt() {
    try (ArchiveFixture world = new ArchiveFixture(TestDatabase.sqlite())) {
      fill(world);
      world.catchUp();
      List<String> queries =
          new ArticleGenerator(7)
              .queries(QUERIES).stream().filter(ArchiveFixture::isValid).toList();
      assertThat(queries).hasSizeGreaterThan(QUERIES * 9 / 10);
      Map<String, List<Long>> expected = matching(queries, world.articles());
      queries.forEach(
          query ->
              assertThat(world.find(query))
                  .as(query)
                  .containsExactlyElementsOf(expected.getOrDefault(query, List.of()).reversed()));
      queries.forEach(
          query -> {
            int matching = expected.getOrDefault(query, List.of()).size();
            SearchScope all = world.everybody();
            assertThat(world.count(query, all, ARTICLES))
                .as(query)
                .isEqualTo(new ArticleCount(matching, true));
            assertThat(world.count(query, all, 3).articles())
                .as(query)
                .isLessThanOrEqualTo(matching);
          });
      assertThat(world.count("정부", world.everybody(), 0).articles())
          .as("counted without reading")
          .isGreaterThan(ARTICLES / 10);
      assertThat(expected.values().stream().mapToInt(List::size).sum())
          .as("articles found in all")
          .isGreaterThan(QUERIES * 5);
    }
  }

  private static void fill(ArchiveFixture world) {
    ArticleGenerator writer = new ArticleGenerator(3);
    for (int i = 0; i < ARTICLES; i++) {
      world.add(i, writer.title(i % 3 > 0), writer.body(i % 3 > 0, 20 + i % 60));
      world.clock.advance(Duration.ofSeconds(1));
    }
  }

  /// For each query the articles to which its alerts would come, in their order.
  private static Map<String, List<Long>> matching(List<String> queries, List<Article> articles) {
    QueryIndex standing = new QueryIndex(ArchiveFixture.CHAIN, ArchiveFixture.COMPILER);
    for (int i = 0; i < queries.size(); i++) {
      standing.put(new QueryId(i), ArchiveFixture.parse(queries.get(i)));
    }
    Map<String, List<Long>> ids = new HashMap<>();
    for (Article article : articles) {
      for (Match match : standing.match(ArchiveFixture.subject(article))) {
        String query = queries.get((int) match.query().value());
        ids.computeIfAbsent(query, _ -> new ArrayList<>()).add(article.id().value());
      }
    }
    ids.replaceAll((_, found) -> found.stream().distinct().toList());
    return ids;
  }
}
