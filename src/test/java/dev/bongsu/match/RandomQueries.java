package dev.bongsu.match;

import dev.bongsu.query.ParsedQuery;
import dev.bongsu.testkit.ShippedConfig;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Queries and texts of few words, so that they match often.
final class RandomQueries {
  private static final List<String> WORDS =
      List.of(
          "훈련",
          "합동",
          "합동훈련",
          "회의",
          "사이버안보",
          "사이버",
          "안보",
          "이사회",
          "사회",
          "미국",
          "美",
          "KISA",
          "한국인터넷진흥원",
          "한국",
          "인터넷",
          "진흥원",
          "IT",
          "it",
          "bank",
          "banks",
          "zero-day",
          "day",
          "플루토닉스",
          "이란",
          "한·미",
          "배우",
          "사고",
          "APT37",
          "37");
  private static final List<String> ENDINGS =
      List.of("", "", "", "은", "는", "고", "이", "에서", "의", ",", ".", "\n", "했다.");

  private RandomQueries() {}

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 5 + random.nextInt(30); i > 0; i--) {
      text.append(pick(random, WORDS)).append(pick(random, ENDINGS));
      text.append(random.nextInt(5) == 0 ? "" : " ");
    }
    return text.toString();
  }

  /// A query that can be used: some of them contradict themselves.
  static String query(Random random) {
    return Stream.generate(() -> anyQuery(random))
        .filter(query -> ShippedConfig.PARSER.parse(query) instanceof ParsedQuery.Valid)
        .findFirst()
        .orElseThrow();
  }

  private static String anyQuery(Random random) {
    String word = pick(random, WORDS);
    return switch (random.nextInt(13)) {
      case 0 -> word;
      case 1 -> word + " " + pick(random, WORDS);
      case 2 -> "\"" + word + " " + pick(random, WORDS) + "\"";
      case 3 -> word + " -" + pick(random, WORDS);
      case 4 -> word + " OR " + pick(random, WORDS) + " " + pick(random, WORDS);
      case 5 -> "(" + word + " " + pick(random, WORDS) + ") OR " + pick(random, WORDS);
      case 6 -> "title:" + word + " " + pick(random, WORDS);
      case 7 -> word + " -title:" + pick(random, WORDS);
      case 8 -> "\"" + word + " " + pick(random, WORDS) + "\"~3";
      case 9 -> word + " -\"" + pick(random, WORDS) + " " + pick(random, WORDS) + "\"~2";
      case 10 -> "=" + word + " OR " + pick(random, WORDS);
      case 11 -> "(" + word + " OR title:" + pick(random, WORDS) + ") 훈련";
      default -> word + " -(" + pick(random, WORDS) + " -" + pick(random, WORDS) + ")";
    };
  }
}
