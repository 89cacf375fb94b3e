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

  private static String printed(String text) {
    return QueryParser.parse(text) instanceof Valid(Query query) ? query.print() : "";
  }

  private static Invalid invalid(String text) {
    return (Invalid) QueryParser.parse(text);
  }

  @Test
  void readsWordsPhrasesAndExclusions() {
    assertThat(QueryParser.parse("외교부 \"정상 회담\" -야구"))
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
        "a or b > a or b",
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
      })
  void forgivesWhatKeyboardsDo(String text, String canonical) {
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
        "-야구 > NOTHING_REQUIRED > 0",
        "-야구 -축구 > NOTHING_REQUIRED > 0",
        "회의 OR -야구 > NOTHING_REQUIRED > 0",
        "!? … > NOTHING_TO_SEARCH > 0",
        "은 는 > NOTHING_TO_SEARCH > 0",
        "() > NOTHING_TO_SEARCH > 0",
      })
  void saysWhatIsWrongAndWhere(String text, QueryProblem problem, int position) {
    assertThat(invalid(text).problem()).isEqualTo(problem);
    assertThat(invalid(text).position()).isEqualTo(position);
  }

  @Test
  void countryThatLooksLikeAParticleIsAWord() {
    assertThat(printed("이란")).isEqualTo("이란");
  }

  @Test
  void namesTheLooseBranch() {
    assertThat(invalid("회의 OR -야구").arguments()).containsExactly("-야구");
  }

  @Test
  void limitsLengthAndTerms() {
    assertThat(QueryParser.parse("가".repeat(400))).isInstanceOf(Valid.class);
    assertThat(invalid("가".repeat(401)))
        .isEqualTo(new Invalid(QueryProblem.TOO_LONG, 400, List.of("400", "401")));
    assertThat(QueryParser.parse("a ".repeat(32))).isInstanceOf(Valid.class);
    assertThat(invalid("a ".repeat(33)))
        .isEqualTo(new Invalid(QueryProblem.TOO_MANY_TERMS, 64, List.of("32")));
    assertThat(printed("(".repeat(190) + "a" + ")".repeat(190))).isEqualTo("a");
    assertThat(printed("(-".repeat(130) + "a" + ")".repeat(130))).isEmpty();
  }

  @Test
  void printedFormIsStableWhateverIsWritten() {
    Random random = new Random(20);
    String alphabet = "ab회의는 \"“-–|()（,.·OR\0🔥\uD800㈜3";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (QueryParser.parse(text.toString()) instanceof Valid(Query query)) {
        assertThat(QueryParser.parse(query.print())).as("%s", text).isEqualTo(new Valid(query));
      }
    }
  }
}
