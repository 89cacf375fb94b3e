package dev.bongsu.command;

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
  LIST("list", "목록"),
  FEEDS("feeds", "피드"),
  ADDFEED("addfeed", "피드추가"),
  REMOVEFEED("removefeed", "피드삭제"),
  LANGUAGE("language", "언어");

  private static final int CLOSE = 2;

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

  static Optional<CommandName> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(command -> command.names().anyMatch(lower::equals))
        .findFirst();
  }

  /// The command that was probably meant; empty if none is close.
  static Optional<String> nearest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = new LevenshteinDistance(CLOSE);
    return Arrays.stream(values())
        .flatMap(CommandName::names)
        .filter(known -> isClose(distance.apply(lower, known), known))
        .min(Comparator.comparingInt(known -> distance.apply(lower, known)));
  }

  /// The library says -1 beyond its threshold; a distance of the whole word is no likeness.
  private static boolean isClose(int distance, String known) {
    return distance >= 0 && distance < known.length();
  }
}
