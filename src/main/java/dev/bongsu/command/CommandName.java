package dev.bongsu.command;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// The commands by their names, in English and Korean.
enum CommandName {
  START("start", "시작"),
  HELP("help", "도움말"),
  SUBSCRIBE("subscribe", "구독"),
  UNSUBSCRIBE("unsubscribe", "구독취소"),
  TRY("try", "시험"),
  SEARCH("search", "검색"),
  LIST("list", "목록"),
  FEEDS("feeds", "피드"),
  ADDFEED("addfeed", "피드추가"),
  REMOVEFEED("removefeed", "피드삭제"),
  LANGUAGE("language", "언어");

  private static final int CLOSE = 2;
  private static final int LONGEST = 64;

  private final String english;
  private final String korean;

  CommandName(String english, String korean) {
    this.english = english;
    this.korean = korean;
  }

  /// The name that every platform takes.
  String english() {
    return english;
  }

  private Stream<String> names() {
    return Stream.of(english, korean);
  }

  /// A name as it is compared: in lower case, composed, without full-width letters. What is too
  /// long for a name stays as it is.
  static String plain(String name) {
    return name.length() > LONGEST
        ? name
        : Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  static Optional<CommandName> of(String name) {
    String plain = plain(name);
    return Arrays.stream(values())
        .filter(command -> command.names().anyMatch(plain::equals))
        .findFirst();
  }

  /// The command that was probably meant, misspelt or begun; empty if none is close.
  static Optional<String> nearest(String name) {
    String plain = plain(name);
    LevenshteinDistance distance = new LevenshteinDistance(CLOSE);
    return Arrays.stream(values())
        .flatMap(CommandName::names)
        .filter(known -> isClose(distance.apply(plain, known), known))
        .min(Comparator.comparingInt(known -> distance.apply(plain, known)))
        .or(() -> begunAs(plain));
  }

  private static Optional<String> begunAs(String plain) {
    return Arrays.stream(values())
        .flatMap(CommandName::names)
        .filter(known -> plain.length() >= 2 && known.startsWith(plain))
        .findFirst();
  }

  /// The library says -1 beyond its threshold; a distance of the whole word is no likeness.
  private static boolean isClose(int distance, String known) {
    return distance >= 0 && distance < known.length();
  }
}
