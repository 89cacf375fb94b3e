package dev.bongsu.query;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A query typed with caps lock on: BANK HACK means a bank and a hack, though each alone might be
/// an acronym.
final class CapsLock {
  private static final int MIN_WORD = 4;
  private static final int MIN_CERTAIN_WORD = 6;
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]+");

  private CapsLock() {}

  /// Whether all words are in capitals, of which one is too long for an acronym or none is short.
  static boolean isOn(Query query) {
    List<String> words = query.selfAndDescendants().flatMap(CapsLock::words).toList();
    return words.size() > 1
        && words.stream().allMatch(word -> CAPITALS.matcher(word).matches())
        && (words.stream().anyMatch(word -> word.length() >= MIN_CERTAIN_WORD)
            || words.stream().allMatch(word -> word.length() >= MIN_WORD));
  }

  private static Stream<String> words(Query query) {
    return switch (query) {
      case Query.Word(String text) -> Stream.of(text);
      case Query.Phrase(String text) -> Stream.of(text.split(" "));
      case Query.Near(String text, _) -> Stream.of(text.split(" "));
      default -> Stream.empty();
    };
  }

  /// The same query with words of four letters or more in small letters; IT, US and WHO stay.
  static Query off(Query query) {
    return switch (query) {
      case Query.Word(String text) -> new Query.Word(off(text));
      case Query.Phrase(String text) -> new Query.Phrase(off(text));
      case Query.Near(String text, int distance) -> new Query.Near(off(text), distance);
      case Query.InTitle(Query part) -> new Query.InTitle(off(part));
      case Query.About(Query part) -> new Query.About(off(part));
      case Query.Not(Query part) -> new Query.Not(off(part));
      case Query.And(List<Query> parts) -> new Query.And(off(parts));
      case Query.Or(List<Query> parts) -> new Query.Or(off(parts));
      case Query.Prefix _, Query.Exact _, Query.Topic _, Query.FieldValue _ -> query;
    };
  }

  private static List<Query> off(List<Query> parts) {
    return parts.stream().map(CapsLock::off).toList();
  }

  private static String off(String words) {
    return Stream.of(words.split(" "))
        .map(word -> word.length() < MIN_WORD ? word : word.toLowerCase(Locale.ROOT))
        .reduce((one, next) -> one + " " + next)
        .orElse(words);
  }
}
