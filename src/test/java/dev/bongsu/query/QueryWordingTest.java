package dev.bongsu.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Translations;
import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.testkit.ShippedConfig;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordingTest {
  private static final Translations ENGLISH = Translations.in(Locale.ENGLISH);
  private static final Translations KOREAN = Translations.in(Locale.KOREAN);

  private static String explained(Translations wording, String query) {
    return new QueryWording(wording, ShippedConfig.TOPICS).explain(ShippedConfig.query(query));
  }

  private static String problem(Translations wording, String query) {
    return QueryWording.problem(wording, (Invalid) ShippedConfig.PARSER.parse(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "사이버안보 회의 -게임 > articles that contain 사이버안보 and 회의, but not 게임",
        "hack (bank OR insurer) > articles that contain hack and (bank or insurer)",
        "\"zero day\" -a -b > articles that contain \"zero day\", but not a or b",
        "\"cyber norms\"~3 > articles that contain \"cyber norms\" with at most 3 words between",
        "cyber* =Apple > articles that contain words that begin with cyber and exactly Apple",
        "title:훈련 > articles that contain 훈련 in the title",
        "source:보안뉴스 훈련 lang:ko > articles from the source 보안뉴스 and in Korean that contain 훈련",
        "#ransomware > articles that contain what belongs to the topic Ransomware (#ransomware)",
        "site:example.com -게임 > articles from the site example.com that do not contain 게임",
      })
  void explainsInEnglish(String query, String sentence) {
    assertThat(explained(ENGLISH, query)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "사이버안보 회의 -게임 > 사이버안보와 회의가 있고 게임은 없는 기사",
        "해킹 (은행 OR 보험) > 해킹과 (은행 또는 보험)이 있는 기사",
        "lang:en 훈련 > 훈련이 있는 영어로 쓴 기사",
        "#ransomware > 주제 랜섬웨어(#ransomware)에 드는 내용이 있는 기사",
      })
  void explainsInKorean(String query, String sentence) {
    assertThat(explained(KOREAN, query)).isEqualTo(sentence);
  }

  @Test
  void explainsProblemPositionAndSuggestion() {
    assertThat(problem(ENGLISH, "회의 \"정상"))
        .contains("not closed", "(at character 4)", "Did you mean: 회의 \"정상\"");
    assertThat(problem(KOREAN, "회의 \"정상")).contains("닫히지", "(4번째 글자)", "회의 \"정상\"");
  }

  @Test
  void suggestsTheNearestNames() {
    assertThat(problem(ENGLISH, "#ransomwear hospital"))
        .contains("#ransomware", "Did you mean: #ransomware hospital");
    assertThat(problem(KOREAN, "titel:훈련")).contains("title:", "혹시", "title:훈련");
  }

  @Test
  void everyProblemIsExplainedInBothLanguages() {
    for (QueryProblem problem : QueryProblem.values()) {
      Invalid invalid = new Invalid(problem, 3, Arrays.asList("X", "Y"), "Z");
      assertThat(QueryWording.problem(ENGLISH, invalid)).contains("Did you mean: Z");
      assertThat(QueryWording.problem(KOREAN, invalid)).containsPattern("[가-힣]");
    }
  }
}
