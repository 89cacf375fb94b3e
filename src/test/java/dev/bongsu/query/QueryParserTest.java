package dev.bongsu.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.query.ParsedQuery.Invalid;
import dev.bongsu.query.ParsedQuery.Valid;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
  private static final QueryParser PARSER = new QueryParser(Topics.none());

  private static String printed(String text) {
    return PARSER.parse(text) instanceof Valid(Query query) ? query.print() : "";
  }

  private static Invalid invalid(String text) {
    return (Invalid) PARSER.parse(text);
  }

  @Test
  void readsWordsPhrasesAndExclusions() {
    assertThat(PARSER.parse("외교부 \"정상 회담\" -야구"))
        .isEqualTo(
            new Valid(
                new Query.And(
                    List.of(
                        new Query.Word("외교부"),
                        new Query.Phrase("정상 회담"),
                        new Query.Not(new Query.Word("야구"))))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "a b OR c d > a (b OR c) d",
        "a | b||c > a OR b OR c",
        "(a b) | c > (a b) OR c",
        "((a)) ((b c)) > a b c",
        "a AND b > a b",
        "a NOT b > a -b",
        "a -(b c) > a -(b c)",
        "a --b > a -b",
        "a -(-b) > a -(-b)",
        "a or b > a OR b",
        "a or or b > (a OR (or)) b",
        "a (or) b > a (or) b",
      })
  void bindsAsWebSearchDoes(String text, String canonical) {
    assertThat(printed(text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "` 회의 ,, 결과,  ` > 회의 결과",
        "“정상  회담” > \"정상 회담\"",
        "＂정상　회담＂　－야구 > \"정상 회담\" -야구",
        "a ｜ （b c） > a OR (b c)",
        "회의 –야구 > 회의 -야구",
        "zero-day 3,000원 > zero-day 3,000원",
        "(주)해솔 ㈜해솔 > (주)해솔 ㈜해솔",
        "\"\" 회의 ! > 회의",
        "'회의' 회담? > 회의 회담",
        "「정상 회담」 > \"정상 회담\"",
        "《회담》 회의 > \"회담\" 회의",
        "\"정상 회담\" ~5 > \"정상 회담\"~5",
        "회의또는회담 훈련 > (회의 OR 회담) 훈련",
        "회의 또는회담 > 회의 OR 회담",
        "회의 제외:야구 > 회의 -야구",
        "the war > the war",
        "IT > IT",
      })
  void toleratesKeyboardVariants(String text, String canonical) {
    assertThat(printed(text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "`` > EMPTY > 0",
        "`  ` > EMPTY > 0",
        "회의 \"정상 > UNCLOSED_QUOTE > 3",
        "회의 OR > DANGLING_OPERATOR > 3",
        "| 회의 > DANGLING_OPERATOR > 0",
        "회의 - 야구 > DANGLING_OPERATOR > 3",
        "회의 AND > DANGLING_OPERATOR > 3",
        "a OR OR b > DANGLING_OPERATOR > 2",
        "(회의 > UNBALANCED_PARENTHESIS > 0",
        "회의 ) > UNBALANCED_PARENTHESIS > 3",
        "-야구 > ONLY_EXCLUDED > 0",
        "-야구 -축구 > ONLY_EXCLUDED > 0",
        "회의 OR -야구 > ONLY_EXCLUDED > 0",
        "!? … > NOTHING_TO_SEARCH > 0",
        "은 는 > NOTHING_TO_SEARCH > 0",
        "() > NOTHING_TO_SEARCH > 0",
        "the of And > NOTHING_TO_SEARCH > 0",
      })
  void reportsProblemAndPosition(String text, QueryProblem problem, int position) {
    assertThat(invalid(text).problem()).isEqualTo(problem);
    assertThat(invalid(text).position()).isEqualTo(position);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "사이버* > 사이버*",
        "-cyber* a > -cyber* a",
        "＝회의 > =회의",
        "=\"정상 회담\" > =\"정상 회담\"",
        "\"사이버 회의\"~7 > \"사이버 회의\"~7",
        "“사이버  회의”～ > \"사이버 회의\"~5",
        "\"회의\"~5 > \"회의\"",
        "제목:훈련 > title:훈련",
        "title: (훈련 OR 회의) > title:(훈련 OR 회의)",
        "title:\"합동 훈련\" -title:야구 > title:\"합동 훈련\" -title:야구",
        "출처:보안뉴스 a > source:보안뉴스 a",
        "source:(\"가 나\" OR 다) a > (source:\"가 나\" OR source:다) a",
        "site:https://www.Example.com/x?y=1 > site:example.com",
        "lang:한국어 회의 > lang:ko 회의",
        "#cyber_x a > #cyber-x a",
        "훈련 또는 회의 > 훈련 OR 회의",
        "훈련 그리고 회의 > 훈련 회의",
        "훈련 야구 제외 > 훈련 -야구",
        "훈련 제외 야구 > 훈련 -야구",
        "훈련 그리고 제외 야구 > 훈련 -야구",
        "+훈련 +회의 > 훈련 회의",
        "주제: 회의 > 주제 회의",
        "12:30 > 12:30",
      })
  void parsesEveryOperator(String text, String canonical) {
    Topic topic =
        new Topic(
            "cyber-x",
            new Topic.Bilingual("가", "b"),
            new Topic.Bilingual("가", "b"),
            new Query.Word("a"),
            List.of(),
            List.of());
    QueryParser parser = new QueryParser(new Topics(List.of(topic)));
    assertThat(parser.parse(text.replace("cyber_x", "CYBER-X")))
        .isInstanceOfSatisfying(
            Valid.class, valid -> assertThat(valid.query().print()).isEqualTo(canonical));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "회의 가* > PREFIX_TOO_SHORT > 3 > 회의 가",
        "abc* > PREFIX_TOO_SHORT > 0 > abc",
        "회의 사*버 > MISPLACED_STAR > 3 > 회의 사버",
        "titel:훈련 > UNKNOWN_FIELD > 0 > title:훈련",
        "회의 #없는것 > UNKNOWN_TOPIC > 3 > 회의 없는것",
        "#없는것 #다른것 > UNKNOWN_TOPIC > 0 > 없는것 다른것",
        "https://example.com/a > ADDRESS > 0 > site:example.com",
        "lang:ko > NOTHING_REQUIRED > 0 > ``",
        "lang:ko -야구 > NOTHING_REQUIRED > 0 > ``",
        "lang:klingon a > UNKNOWN_LANGUAGE > 0 > ``",
        "source:가나* > NO_VALUE > 0 > ``",
        "title: > DANGLING_OPERATOR > 0 > ``",
        "회의 \"정상 > UNCLOSED_QUOTE > 3 > 회의 \"정상\"",
        "(회의 > UNBALANCED_PARENTHESIS > 0 > 회의",
        "회의 ) 훈련 > UNBALANCED_PARENTHESIS > 3 > 회의 훈련",
        "회의 OR > DANGLING_OPERATOR > 3 > 회의",
        "회의 - 야구 > DANGLING_OPERATOR > 3 > 회의 -야구",
        "-야구 > ONLY_EXCLUDED > 0 > ``",
        "야구 제외 > ONLY_EXCLUDED > 0 > ``",
        "제외 > DANGLING_OPERATOR > 0 > ``",
      })
  void reportsProblemAndSuggestion(
      String text, QueryProblem problem, int position, String suggestion) {
    assertThat(invalid(text).problem()).isEqualTo(problem);
    assertThat(invalid(text).position()).isEqualTo(position);
    assertThat(invalid(text).suggestion()).isEqualTo(suggestion);
  }

  @Test
  void countryThatLooksLikeAParticleIsAWord() {
    assertThat(printed("이란")).isEqualTo("이란");
  }

  @Test
  void namesTheBranchThatRequiresNothing() {
    assertThat(invalid("회의 OR -야구").arguments()).containsExactly("-야구");
  }

  @Test
  void limitsLengthAndTerms() {
    assertThat(PARSER.parse("가".repeat(400))).isInstanceOf(Valid.class);
    assertThat(invalid("가".repeat(401)))
        .isEqualTo(new Invalid(QueryProblem.TOO_LONG, 400, List.of("400", "401"), ""));
    assertThat(PARSER.parse("a ".repeat(32))).isInstanceOf(Valid.class);
    assertThat(invalid("a ".repeat(33)))
        .isEqualTo(new Invalid(QueryProblem.TOO_MANY_TERMS, 64, List.of("32"), ""));
    assertThat(printed("(".repeat(190) + "a" + ")".repeat(190))).isEqualTo("a");
    assertThat(printed("(-".repeat(130) + "a" + ")".repeat(130))).isEmpty();
  }

  @Test
  void printedFormIsStableWhateverIsWritten() {
    Random random = new Random(20);
    String alphabet = "ab회의는 \"“-–|()（,.·OR\0🔥\uD800㈜3=*#~:＊5제외";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (PARSER.parse(text.toString()) instanceof Valid(Query query)) {
        assertThat(PARSER.parse(query.print())).as("%s", text).isEqualTo(new Valid(query));
      }
    }
  }
}
