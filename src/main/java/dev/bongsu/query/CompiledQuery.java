package dev.bongsu.query;

import dev.bongsu.text.AnalysisChain;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A query ready to be evaluated.
///
/// @param canonical equal for queries that mean the same: the order of words, doubled words, and
///   different spellings of one analysis do not matter
public record CompiledQuery(Condition condition, String canonical) {

  /// Analyses the words of a query.
  ///
  /// @throws IllegalArgumentException if the query requires nothing; the parser lets none through
  public static CompiledQuery of(Query query, AnalysisChain chain) {
    if (!query.requiresSomething()) {
      throw new IllegalArgumentException("requires nothing: " + query.print());
    }
    Condition condition = new QueryCompiler(chain).compile(query);
    return new CompiledQuery(condition, canonicalOf(condition));
  }

  private static String canonicalOf(Condition condition) {
    return switch (condition) {
      case Condition.Stands stands -> "[" + stands.term().canonical() + "]";
      case Condition.All(List<Condition> parts) -> canonicalOf("&", parts);
      case Condition.Any(List<Condition> parts) -> canonicalOf("|", parts);
      case Condition.None(Condition part) -> "-" + canonicalOf(part);
    };
  }

  private static String canonicalOf(String sign, List<Condition> parts) {
    List<String> forms =
        parts.stream().map(CompiledQuery::canonicalOf).sorted().distinct().toList();
    return forms.size() == 1
        ? forms.getFirst()
        : forms.stream().collect(Collectors.joining(" ", sign + "(", ")"));
  }

  /// Keys of which every text that satisfies this query has at least one: of parts that all have to
  /// hold, those of the rarest.
  ///
  /// @param frequency how often a key is seen; affects speed alone
  /// @return not empty
  public Set<String> requiredKeys(ToIntFunction<String> frequency) {
    return rarest(alternatives(condition, frequency), frequency);
  }

  /// The sets of keys of which each is required.
  private static Stream<Set<String>> alternatives(
      Condition condition, ToIntFunction<String> frequency) {
    return switch (condition) {
      case Condition.Stands stands -> Stream.of(stands.term().keys(frequency));
      case Condition.All(List<Condition> parts) ->
          parts.stream().flatMap(part -> alternatives(part, frequency));
      case Condition.Any(List<Condition> parts) -> {
        List<Set<String>> branches =
            parts.stream().map(p -> rarest(alternatives(p, frequency), frequency)).toList();
        yield branches.stream().anyMatch(Set::isEmpty)
            ? Stream.empty()
            : Stream.of(branches.stream().flatMap(Collection::stream).collect(Collectors.toSet()));
      }
      case Condition.None _ -> Stream.empty();
    };
  }

  private static Set<String> rarest(
      Stream<Set<String>> alternatives, ToIntFunction<String> frequency) {
    return alternatives
        .min((a, b) -> Long.compare(cost(a, frequency), cost(b, frequency)))
        .orElse(Set.of());
  }

  /// Each key costs something even if it was never seen: one lookup more.
  private static long cost(Set<String> keys, ToIntFunction<String> frequency) {
    return keys.stream().mapToLong(key -> 1L + frequency.applyAsInt(key)).sum();
  }
}
