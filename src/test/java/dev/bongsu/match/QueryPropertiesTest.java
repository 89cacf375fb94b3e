package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.ParsedQuery.Valid;
import dev.bongsu.testkit.NewsGenerator;
import dev.bongsu.testkit.ShippedConfig;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What holds for every query and every article.
class QueryPropertiesTest {
  private static final int ROUNDS = 20;

  private final QueryMatcher matcher =
      new QueryMatcher(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
  private NewsGenerator news = new NewsGenerator(1);
  private Random random = new Random(1);

  private void seed(RepetitionInfo round) {
    news = new NewsGenerator(round.getCurrentRepetition());
    random = new Random(round.getCurrentRepetition());
  }

  private boolean matches(String query, String text) {
    return matcher.match(ShippedConfig.query(query), MatchInput.of(text)).isPresent();
  }

  /// A word of the article that is worth asking for.
  private String wordOf(String article) {
    List<String> words =
        Arrays.stream(article.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> word.length() > 1)
            .filter(word -> ShippedConfig.PARSER.parse(word) instanceof Valid)
            .toList();
    return words.get(random.nextInt(words.size()));
  }

  @RepeatedTest(ROUNDS)
  void addingAWordOfTheArticleChangesNothing(RepetitionInfo round) {
    seed(round);
    String article = news.article();
    String query = news.query();
    String word = wordOf(article);
    if (matches(word, article)) {
      // Quoted, so that it is no part of a compound with the word before it.
      assertThat(matches(query + " \"" + word + "\"", article))
          .as("%s + %s", query, word)
          .isEqualTo(matches(query, article));
    }
  }

  @RepeatedTest(ROUNDS)
  void everyWrittenWordIsFound(RepetitionInfo round) {
    seed(round);
    String article = news.article();
    String word = wordOf(article);
    assertThat(matches("=" + word, article)).as(word).isTrue();
    if (word.codePoints().count() > 3) {
      assertThat(matches(word + "*", article)).as(word).isTrue();
    }
  }

  @RepeatedTest(ROUNDS)
  void excludingAWordOfTheArticlePreventsTheMatch(RepetitionInfo round) {
    seed(round);
    String article = news.article();
    String word = wordOf(article);
    if (matches(word, article)) {
      assertThat(matches(news.query() + " -" + word, article)).isFalse();
      assertThat(matches("\"" + word + "\" -=없는낱말이다", article)).isTrue();
    }
  }

  @RepeatedTest(ROUNDS)
  void unicodeNormalizationDoesNotMatter(RepetitionInfo round) {
    seed(round);
    String article = news.article();
    String query = news.query();
    boolean matches = matches(query, article);
    String decomposed = Normalizer.normalize(article, Normalizer.Form.NFD);
    assertThat(matches(query, decomposed)).as(query).isEqualTo(matches);
    assertThat(matches(Normalizer.normalize(query, Normalizer.Form.NFD), article))
        .as(query)
        .isEqualTo(matches);
    assertThat(matches(fullWidth(query), article)).as(query).isEqualTo(matches);
    assertThat(matches(query, fullWidth(article).replace('．', '.').replace('，', ',')))
        .as(query)
        .isEqualTo(matches);
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      wide.append(c > ' ' && c < '\u007F' ? (char) (c + 0xFEE0) : c);
    }
    return wide.toString();
  }

  @RepeatedTest(ROUNDS)
  void printedQueryFindsTheSame(RepetitionInfo round) {
    seed(round);
    String query = news.query();
    String printed = ShippedConfig.query(query).print();
    assertThat(ShippedConfig.query(printed).print()).isEqualTo(printed);
    String article = news.article();
    assertThat(matches(printed, article)).isEqualTo(matches(query, article));
  }

  @RepeatedTest(ROUNDS)
  void spansAreInOrderAndWithinTheText(RepetitionInfo round) {
    seed(round);
    String article = news.article();
    String query = wordOf(article) + " OR " + news.query();
    List<Span> spans =
        matcher.match(ShippedConfig.query(query), MatchInput.of(article)).orElse(List.of());
    int end = -1;
    for (Span span : spans) {
      assertThat(span.start()).isGreaterThan(end);
      assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(article.length());
      end = span.end();
    }
  }

  /// Nothing a user can write takes long: each of these on a long page.
  @Test
  void worstCaseQueriesFinishInTime() {
    String page = "가나 다라 마바 사이버 안보 it a* 회의, ".repeat(4_000);
    List<String> worst =
        new ArrayList<>(
            List.of(
                "(".repeat(150) + "가나" + ")".repeat(150),
                "\"" + "가나 다라 마바 사이버 안보 ".repeat(24).strip() + "\"",
                "\"" + "가나 다라 마바 사이버 안보 ".repeat(24).strip() + "\"~100",
                "가나* 다라* 마바* 사이* 안보* 회의* ".repeat(5).strip(),
                "-(-(-(가나 OR 다라) OR 마바)) 사이버",
                "=\"" + "가나 다라 마바 ".repeat(40).strip() + "\"",
                "a ".repeat(32)));
    for (String query : worst) {
      if (ShippedConfig.PARSER.parse(query) instanceof ParsedQuery.Valid(var parsed)) {
        long before = System.nanoTime();
        matcher.match(parsed, MatchInput.of(page));
        assertThat((System.nanoTime() - before) / 1_000_000).as(query).isLessThan(10_000);
      }
    }
  }
}
