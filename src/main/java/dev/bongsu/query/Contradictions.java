package dev.bongsu.query;

import dev.bongsu.query.Query.FieldValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds parts of a query that no article can satisfy.
final class Contradictions {
  private Contradictions() {}

  /// What a part both requires and excludes, or two values of which an article has one; printed.
  static Optional<String> find(Query query) {
    return query
        .selfAndDescendants()
        .filter(Query.And.class::isInstance)
        .flatMap(all -> inAll(all.parts()))
        .findFirst();
  }

  private static Stream<String> inAll(List<Query> parts) {
    Stream<String> excluded =
        parts.stream()
            .filter(Query.Not.class::isInstance)
            .flatMap(not -> alternatives(((Query.Not) not).part()))
            .filter(part -> parts.stream().anyMatch(required -> implies(required, part)))
            .map(part -> "-" + part.print());
    List<FieldValue> fields =
        parts.stream().filter(FieldValue.class::isInstance).map(FieldValue.class::cast).toList();
    Stream<String> values =
        fields.stream()
            .filter(one -> fields.stream().anyMatch(other -> excludes(one, other)))
            .map(Query::print);
    return Stream.concat(excluded, values);
  }

  private static Stream<Query> alternatives(Query part) {
    return part instanceof Query.Or ? part.parts().stream() : Stream.of(part);
  }

  /// Whether every article with the first part has the second.
  private static boolean implies(Query part, Query other) {
    if (part.equals(other)) {
      return true;
    }
    return switch (part) {
      case Query.Word(String text) -> hasWord(text, other);
      case Query.Phrase(String text) -> hasWord(text, other);
      case Query.Near(String text, _) -> hasWord(text, other);
      case Query.Exact(String text) -> hasWord(text, other);
      case Query.InTitle(Query inner) -> implies(inner, inTitle(other));
      case Query.About(Query inner) -> implies(inner, other);
      case Query.And(List<Query> all) -> all.stream().anyMatch(one -> implies(one, other));
      case Query.Or(List<Query> any) -> any.stream().allMatch(one -> implies(one, other));
      case Query.Prefix _, Query.Topic _, FieldValue _, Query.Not _ -> false;
    };
  }

  private static Query inTitle(Query other) {
    return other instanceof Query.InTitle(Query inner) ? inner : other;
  }

  private static boolean hasWord(String words, Query other) {
    Stream<String> each = Stream.of(words.split(" "));
    return switch (other) {
      case Query.Word(String word) -> each.anyMatch(one -> isSame(one, word));
      case Query.Phrase(String phrase) -> words.equalsIgnoreCase(phrase);
      case Query.Prefix(String prefix) ->
          each.anyMatch(
              word -> word.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)));
      default -> false;
    };
  }

  /// IT and it are two words.
  private static boolean isSame(String one, String other) {
    return one.equals(other)
        || (one.equalsIgnoreCase(other) && !isCapitals(one) && !isCapitals(other));
  }

  private static boolean isCapitals(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  /// Of a language and a site an article has one.
  private static boolean excludes(FieldValue one, FieldValue other) {
    if (one.field() != other.field()) {
      return false;
    }
    return switch (one.field()) {
      case LANG -> !one.value().equals(other.value());
      case SITE ->
          !("." + one.value()).endsWith("." + other.value())
              && !("." + other.value()).endsWith("." + one.value());
      case SOURCE, CATEGORY, AUTHOR -> false;
    };
  }
}
