package dev.bongsu.query;

import dev.bongsu.analysis.KeyHashes;
import dev.bongsu.analysis.SearchTerm;
import java.util.List;
import java.util.stream.Collectors;

/// A query ready to be evaluated.
///
/// @param canonical equal for queries that mean the same: the order of words, doubled words, and
///   different spellings of one analysis do not matter
public record CompiledQuery(Condition condition, String canonical) {

  public static CompiledQuery of(Condition condition) {
    return new CompiledQuery(condition, canonicalOf(condition));
  }

  /// A hash of the canonical form.
  public long canonicalHash() {
    return KeyHashes.of("query", canonical);
  }

  private static String canonicalOf(Condition condition) {
    return switch (condition) {
      case Condition.Contains(SearchTerm term) -> "[" + term.canonical() + "]";
      case Condition.Near near -> canonicalOf(near);
      case Condition.InTitle(Condition part) -> "title:" + canonicalOf(part);
      case Condition.About(Condition part) -> "about:" + canonicalOf(part);
      case Condition.FieldEquals(Field field, String value) -> "[" + field + ":" + value + "]";
      case Condition.All(List<Condition> parts) -> canonicalOf("&", parts);
      case Condition.Any(List<Condition> parts) -> canonicalOf("|", parts);
      case Condition.OrElse(Condition first, Condition other) ->
          "else(" + canonicalOf(first) + " " + canonicalOf(other) + ")";
      case Condition.None(Condition part) -> "-" + canonicalOf(part);
    };
  }

  private static String canonicalOf(Condition.Near near) {
    return near.words().stream()
        .map(word -> word.stream().map(SearchTerm::canonical).sorted().toList().toString())
        .sorted()
        .collect(Collectors.joining(" ", "~" + near.proximity() + "(", ")"));
  }

  private static String canonicalOf(String sign, List<Condition> parts) {
    List<String> forms =
        parts.stream().map(CompiledQuery::canonicalOf).sorted().distinct().toList();
    return forms.size() == 1
        ? forms.getFirst()
        : forms.stream().collect(Collectors.joining(" ", sign + "(", ")"));
  }

  /// Whether it has a condition on a field.
  public boolean usesFields() {
    return usesFields(condition);
  }

  private static boolean usesFields(Condition condition) {
    return switch (condition) {
      case Condition.Contains _, Condition.Near _ -> false;
      case Condition.FieldEquals _ -> true;
      case Condition.InTitle(Condition part) -> usesFields(part);
      case Condition.About(Condition part) -> usesFields(part);
      case Condition.All(List<Condition> parts) ->
          parts.stream().anyMatch(CompiledQuery::usesFields);
      case Condition.Any(List<Condition> parts) ->
          parts.stream().anyMatch(CompiledQuery::usesFields);
      case Condition.OrElse(Condition first, Condition other) ->
          usesFields(first) || usesFields(other);
      case Condition.None(Condition part) -> usesFields(part);
    };
  }
}
