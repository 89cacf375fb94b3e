package dev.bongsu.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.query.CompiledQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryId;
import dev.bongsu.testkit.NewsGenerator;
import dev.bongsu.testkit.ShippedConfig;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `about:` keeps the articles that are about the words, and drops those that only mention them.
class AboutTest {
  private static final String FILLER =
      "The council met again on Tuesday and spoke for hours about roads and bridges. ".repeat(20);
  private static final String KOREAN_FILLER =
      "시의회는 화요일에 다시 모여 도로와 다리를 놓고 몇 시간 동안 이야기를 나누었다. ".repeat(40);

  private final QueryMatcher matcher =
      new QueryMatcher(ShippedConfig.CHAIN, ShippedConfig.COMPILER);

  private boolean matches(String query, String text) {
    return matcher.match(ShippedConfig.query(query), MatchInput.of(text)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "about:ransomware, Ransomware stops a port",
    "about:penguins, Zoo opens new house for penguins",
    "about:축제, 강변 축제 다음 달 열린다",
    "about:\"data centre\", Villagers fight a data centre",
    "about:(tram OR 전차), 도심에 전차가 다시 달린다"
  })
  void holdsForTheTitle(String query, String title) {
    assertThat(matches(query, title + "\n" + FILLER)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"about:오로라, 북쪽 하늘에 오로라가 나타났다.", "about:comet, A comet was seen over the bay."})
  void holdsForTheFirstTwoSentencesOnly(String query, String sentence) {
    String one = "어젯밤 바닷가에 많은 사람이 모여 있었다. ";
    assertThat(matches(query, "News\n" + one + sentence + " " + FILLER)).isTrue();
    assertThat(matches(query, "News\n" + one + one + sentence + " " + FILLER)).isFalse();
    assertThat(matches(query, "News\n" + KOREAN_FILLER + sentence)).isFalse();
  }

  @Test
  void countsNoAbbreviationAndNoNameOfAReporterAsASentence() {
    String lead = "By A. B. Miller. The U.S. said on Monday that it will lend the lake a ferry. ";
    assertThat(matches("about:ferry", "News\n" + lead + FILLER)).isTrue();
    assertThat(matches("about:lighthouse", "News\n" + lead + "A lighthouse follows. " + FILLER))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true", "5, true"})
  void holdsForWordsThatStandOften(int mentions, boolean about) {
    String body =
        FILLER.substring(0, 1000) + " " + "A heron flew over all the roofs. ".repeat(mentions);
    assertThat(matches("about:heron", "News\n" + body)).isEqualTo(about);
  }

  @Test
  void needsMoreMentionsInLongTexts() {
    String mentions = "A heron flew over all the roofs. ".repeat(3);
    assertThat(matches("about:heron", "News\n" + FILLER.repeat(4) + mentions)).isFalse();
    assertThat(matches("about:heron", "News\n" + FILLER.repeat(4) + mentions.repeat(3))).isTrue();
  }

  @Test
  void countsAllAlternativesOfAWordTogether() {
    String body = FILLER + "A heron came. Two storks came as well. The heron left. ";
    assertThat(matches("about:heron", "News\n" + body)).isFalse();
    assertThat(matches("about:(heron OR stork)", "News\n" + body)).isTrue();
  }

  @Test
  void scopesEachWordOfAGroupAndNothingThatIsExcluded() {
    String text = "Ferry stops\n" + FILLER + " A heron watched.";
    assertThat(matches("about:(ferry heron)", text)).isFalse();
    assertThat(matches("about:ferry heron", text)).isTrue();
    assertThat(matches("about:(ferry -heron)", text)).isFalse();
    assertThat(matches("ferry -about:heron", text)).isTrue();
  }

  @Test
  void aloneInFrontScopesTheWholeQuery() {
    Query whole = ShippedConfig.query("about: ferry heron OR stork -동물원");
    assertThat(whole.print()).isEqualTo("about:(ferry (heron OR stork) -동물원)");
    assertThat(ShippedConfig.query(whole.print())).isEqualTo(whole);
    assertThat(ShippedConfig.query("핵심: 훈련 회의").print()).isEqualTo("about:(훈련 회의)");
    assertThat(ShippedConfig.query("about:훈련 회의").print()).isEqualTo("about:훈련 회의");
  }

  @Test
  void neverAddsAMatchAndTheIndexAgrees() {
    NewsGenerator news = new NewsGenerator(18);
    QueryIndex index = new QueryIndex(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
    List<Query> plain =
        Stream.generate(news::query)
            .limit(300)
            .map(ShippedConfig::query)
            .filter(query -> !(query instanceof Query.FieldValue))
            .toList();
    List<CompiledQuery> compiled =
        plain.stream().map(query -> matcher.compile(new Query.About(query))).toList();
    for (int i = 0; i < plain.size(); i++) {
      index.put(new QueryId(2L * i + 1), plain.get(i));
      index.put(new QueryId(2L * i + 2), new Query.About(plain.get(i)));
    }
    int dropped = 0;
    for (int n = 0; n < 30; n++) {
      MatchInput article = MatchInput.of(news.article());
      AnalysedText analysed = ShippedConfig.CHAIN.analyse(article.text());
      List<Long> found = index.match(article).stream().map(m -> m.query().value()).toList();
      for (int i = 0; i < plain.size(); i++) {
        boolean about = found.contains(2L * i + 2);
        boolean mentioned = found.contains(2L * i + 1);
        assertThat(about && !mentioned).as(plain.get(i).print()).isFalse();
        assertThat(about).isEqualTo(matcher.matches(compiled.get(i), article, analysed));
        dropped += mentioned && !about ? 1 : 0;
      }
    }
    assertThat(dropped).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "title:(ferry -heron), true",
    "title:(ferry -stops), false",
    "title:(ferry OR (tram -heron)), true",
    "about:title:(ferry -heron), true",
    "about:(ferry -heron), false"
  })
  void theIndexLooksForWhatATitleExcludesInTheTitleOnly(String query, boolean matches) {
    MatchInput article = MatchInput.of("Ferry stops\n" + FILLER + " A heron watched.");
    QueryIndex index = new QueryIndex(ShippedConfig.CHAIN, ShippedConfig.COMPILER);
    index.put(new QueryId(1), ShippedConfig.query(query));
    assertThat(!index.match(article).isEmpty()).isEqualTo(matches);
    assertThat(matcher.match(ShippedConfig.query(query), article).isPresent()).isEqualTo(matches);
  }
}
