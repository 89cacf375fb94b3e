package dev.bongsu.query;

import dev.bongsu.query.ParsedQuery.Invalid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Proposes a usable query that is close to an invalid one.
final class Suggestions {
  private static final int MAX_EDIT_DISTANCE = 2;

  private Suggestions() {}

  /// A text without the first problem; others may remain.
  static Optional<String> of(String text, Invalid invalid, Topics topics) {
    int at = invalid.position();
    return switch (invalid.problem()) {
      case UNCLOSED_QUOTE -> Optional.of(text.strip() + '"');
      case UNBALANCED_PARENTHESIS ->
          Optional.of(
              invalid.arguments().getFirst().equals("(")
                  ? text.strip() + ")"
                  : removeAt(text, at, 1));
      case DANGLING_OPERATOR -> Optional.of(operator(text, at, invalid.arguments().getFirst()));
      case PREFIX_TOO_SHORT, MISPLACED_STAR ->
          Optional.of(collapseBlanks(text.replaceAll("[*＊]", "")));
      case UNKNOWN_TOPIC -> topic(text, at, invalid.arguments().getFirst(), topics);
      case UNKNOWN_FIELD -> field(text, at, invalid.arguments().getFirst());
      case ADDRESS -> Optional.of(site(text, invalid.arguments()));
      case CONTRADICTION,
          EMPTY,
          TOO_LONG,
          TOO_MANY_TERMS,
          ONLY_EXCLUDED,
          NOTHING_REQUIRED,
          NOTHING_TO_SEARCH,
          UNKNOWN_LANGUAGE,
          NO_VALUE ->
          Optional.empty();
    };
  }

  /// Attaches a minus to the word after it: 회의 - 야구 excludes 야구 and must not require it.
  private static String operator(String text, int at, String sign) {
    String after = text.substring(Math.min(text.length(), at + sign.length())).strip();
    return sign.equals("-") && !after.isEmpty()
        ? collapseBlanks(text.substring(0, at) + sign + after)
        : removeAt(text, at, sign.length());
  }

  private static String removeAt(String text, int at, int length) {
    int end = Math.min(text.length(), at + length);
    return collapseBlanks(text.substring(0, Math.min(at, end)) + " " + text.substring(end));
  }

  private static String collapseBlanks(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String site(String text, List<String> hostAndAddress) {
    return text.strip().replace(hostAndAddress.getLast(), "site:" + hostAndAddress.getFirst());
  }

  private static Optional<String> topic(String text, int at, String name, Topics topics) {
    return topics
        .misspelt(name)
        .map(known -> replaceAt(text, at + 1, name, known))
        .or(() -> Optional.of(replaceAt(text, at, "#" + name, name.replace('_', ' '))));
  }

  private static Optional<String> field(String text, int at, String name) {
    LevenshteinDistance distance = new LevenshteinDistance(MAX_EDIT_DISTANCE);
    String plain = name.toLowerCase(Locale.ROOT);
    return Field.labels().stream()
        .filter(field -> distance.apply(plain, field) >= 0)
        .min(Comparator.comparingInt(field -> distance.apply(plain, field)))
        .map(field -> replaceAt(text, at, name, field));
  }

  private static String replaceAt(String text, int at, String old, String now) {
    int end = Math.min(text.length(), at + old.length());
    return collapseBlanks(text.substring(0, Math.min(at, end)) + now + text.substring(end));
  }
}
