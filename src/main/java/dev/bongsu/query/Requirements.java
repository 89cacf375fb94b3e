package dev.bongsu.query;

import dev.bongsu.analysis.SearchTerm;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The atoms that an article must have to satisfy a condition.
public final class Requirements {
  private final Comparator<List<Condition>> cheapest;

  /// @param cost the frequency of an atom; of alternative requirements the rarest is chosen
  public Requirements(ToLongFunction<Condition> cost) {
    cheapest = Comparator.comparingLong(atoms -> atoms.stream().mapToLong(cost).sum());
  }

  /// Sets of atoms; an article that satisfies the condition has at least one atom of each set.
  ///
  /// @return for a compiled query at least one set; no set is empty or has duplicates
  public List<List<Condition>> of(Condition condition) {
    return required(condition).toList();
  }

  private Stream<List<Condition>> required(Condition condition) {
    return switch (condition) {
      case Condition.Contains stands -> Stream.of(List.of(stands));
      case Condition.Near near -> near.words().stream().map(Requirements::atomsOf);
      case Condition.InTitle(Condition part) -> required(part);
      case Condition.About(Condition part) -> required(part);
      // Half of all articles have the same language: of no use in an index.
      case Condition.FieldEquals is ->
          is.field() == Field.LANG ? Stream.empty() : Stream.of(List.of(is));
      case Condition.All(List<Condition> parts) -> parts.stream().flatMap(this::required);
      case Condition.Any(List<Condition> parts) -> ofAny(parts);
      case Condition.OrElse(Condition first, Condition other) -> ofAny(List.of(first, other));
      case Condition.None _ -> Stream.empty();
    };
  }

  private static List<Condition> atomsOf(List<SearchTerm> terms) {
    return terms.stream().<Condition>map(Condition.Contains::new).distinct().toList();
  }

  /// The union of one set of each branch; nothing if a branch requires nothing.
  private Stream<List<Condition>> ofAny(List<Condition> parts) {
    List<List<Condition>> branches =
        parts.stream().map(part -> required(part).min(cheapest).orElse(List.of())).toList();
    return branches.stream().anyMatch(List::isEmpty)
        ? Stream.empty()
        : Stream.of(branches.stream().flatMap(List::stream).distinct().toList());
  }
}
