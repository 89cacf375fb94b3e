package dev.bongsu.query;

import dev.bongsu.text.Keys;
import dev.bongsu.text.SearchTerm;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A query ready to be evaluated.
///
/// @param canonical equal for queries that mean the same: the order of words, doubled words, and
///   different spellings of one analysis do not matter
public record CompiledQuery(Condition condition, String canonical) {

  public static CompiledQuery of(Condition condition) {
    return new CompiledQuery(condition, canonicalOf(condition));
  }

  /// A number for the canonical form; two forms may share one.
  public long canonicalHash() {
    return Keys.of("query", canonical);
  }

  private static String canonicalOf(Condition condition) {
    return switch (condition) {
      case Condition.Stands(SearchTerm term) -> "[" + term.canonical() + "]";
      case Condition.Near near -> canonicalOf(near);
      case Condition.InTitle(Condition part) -> "title:" + canonicalOf(part);
      case Condition.Is(FactField field, String value) -> "[" + field + ":" + value + "]";
      case Condition.All(List<Condition> parts) -> canonicalOf("&", parts);
      case Condition.Any(List<Condition> parts) -> canonicalOf("|", parts);
      case Condition.Else(Condition first, Condition other) ->
          "else(" + canonicalOf(first) + " " + canonicalOf(other) + ")";
      case Condition.None(Condition part) -> "-" + canonicalOf(part);
    };
  }

  private static String canonicalOf(Condition.Near near) {
    return near.words().stream()
        .map(word -> word.stream().map(SearchTerm::canonical).sorted().toList().toString())
        .sorted()
        .collect(Collectors.joining(" ", "~" + near.nearness() + "(", ")"));
  }

  private static String canonicalOf(String sign, List<Condition> parts) {
    List<String> forms =
        parts.stream().map(CompiledQuery::canonicalOf).sorted().distinct().toList();
    return forms.size() == 1
        ? forms.getFirst()
        : forms.stream().collect(Collectors.joining(" ", sign + "(", ")"));
  }

  /// Keys of which every article that satisfies this query has at least one: of parts that all have
  /// to hold, those of the rarest.
  ///
  /// @param frequency how often a key is seen; affects speed alone
  /// @return not empty, each once
  public long[] requiredKeys(LongToIntFunction frequency) {
    return rarest(alternatives(condition, frequency), frequency);
  }

  /// The sets of keys of which each is required.
  private static Stream<long[]> alternatives(Condition condition, LongToIntFunction frequency) {
    return switch (condition) {
      case Condition.Stands(SearchTerm term) -> Stream.of(term.keys(frequency));
      case Condition.Near near ->
          near.words().stream().map(word -> union(word.stream().map(t -> t.keys(frequency))));
      case Condition.InTitle(Condition part) -> alternatives(part, frequency);
      // A language is no key: half of all articles have it
      case Condition.Is(FactField field, String value) ->
          field == FactField.LANG
              ? Stream.empty()
              : Stream.of(new long[] {Facts.key(field, value)});
      case Condition.All(List<Condition> parts) ->
          parts.stream().flatMap(part -> alternatives(part, frequency));
      case Condition.Any(List<Condition> parts) -> ofAny(parts, frequency);
      case Condition.Else(Condition first, Condition other) ->
          ofAny(List.of(first, other), frequency);
      case Condition.None _ -> Stream.empty();
    };
  }

  /// One key of each branch; none if a branch can hold without any.
  private static Stream<long[]> ofAny(List<Condition> parts, LongToIntFunction frequency) {
    List<long[]> branches =
        parts.stream().map(p -> rarest(alternatives(p, frequency), frequency)).toList();
    return branches.stream().anyMatch(branch -> branch.length == 0)
        ? Stream.empty()
        : Stream.of(union(branches.stream()));
  }

  private static long[] union(Stream<long[]> sets) {
    return sets.flatMapToLong(LongStream::of).distinct().toArray();
  }

  private static long[] rarest(Stream<long[]> alternatives, LongToIntFunction frequency) {
    return alternatives
        .min((a, b) -> Long.compare(cost(a, frequency), cost(b, frequency)))
        .orElse(new long[0]);
  }

  /// Each key costs something even if it was never seen: one lookup more.
  private static long cost(long[] keys, LongToIntFunction frequency) {
    return Arrays.stream(keys).map(key -> 1L + frequency.applyAsInt(key)).sum();
  }

  /// Whether it asks for anything but words.
  public boolean asksForFacts() {
    return asksForFacts(condition);
  }

  private static boolean asksForFacts(Condition condition) {
    return switch (condition) {
      case Condition.Stands _, Condition.Near _ -> false;
      case Condition.Is _ -> true;
      case Condition.InTitle(Condition part) -> asksForFacts(part);
      case Condition.All(List<Condition> parts) ->
          parts.stream().anyMatch(CompiledQuery::asksForFacts);
      case Condition.Any(List<Condition> parts) ->
          parts.stream().anyMatch(CompiledQuery::asksForFacts);
      case Condition.Else(Condition first, Condition other) ->
          asksForFacts(first) || asksForFacts(other);
      case Condition.None(Condition part) -> asksForFacts(part);
    };
  }

  /// All terms that are looked up for this query.
  public Collection<SearchTerm> terms() {
    return termsOf(condition).distinct().toList();
  }

  private static Stream<SearchTerm> termsOf(Condition condition) {
    return switch (condition) {
      case Condition.Stands(SearchTerm term) -> Stream.of(term);
      case Condition.Near near -> near.words().stream().flatMap(List::stream);
      case Condition.InTitle(Condition part) -> termsOf(part);
      case Condition.Is _ -> Stream.empty();
      case Condition.All(List<Condition> parts) -> parts.stream().flatMap(CompiledQuery::termsOf);
      case Condition.Any(List<Condition> parts) -> parts.stream().flatMap(CompiledQuery::termsOf);
      case Condition.Else(Condition first, Condition other) ->
          Stream.concat(termsOf(first), termsOf(other));
      case Condition.None(Condition part) -> termsOf(part);
    };
  }
}
