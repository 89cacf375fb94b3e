package dev.bongsu.match;

import dev.bongsu.query.Condition;
import dev.bongsu.query.Requirements;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the best place for a query: under what is rarest of all that it requires.
final class PlacementPlanner {
  /// No place for a query is worth looking for a better one below this: a word of one text in a
  /// hundred.
  static final long MIN_REBALANCE_COST = 10 * Integer.SIZE;

  private final AtomIndex atoms;
  private final KeyFrequencies frequencies;

  PlacementPlanner(AtomIndex atoms, KeyFrequencies frequencies) {
    this.atoms = atoms;
    this.frequencies = frequencies;
  }

  /// @param condition its leaves are known
  Placement plan(Condition condition) {
    List<List<Condition>> required = new Requirements(this::cost).of(condition);
    Comparator<List<Condition>> rarest = Comparator.comparingLong(this::cost);
    List<Condition> best = required.stream().min(rarest).orElseThrow();
    Optional<Condition> other =
        required.stream()
            .filter(set -> set.size() == 1 && !best.contains(set.getFirst()))
            .min(rarest)
            .map(List::getFirst);
    Atom[] places = best.stream().map(atoms::atomOf).toArray(Atom[]::new);
    Optional<Condition> not = other.isPresent() ? Optional.empty() : excludedAtom(condition);
    boolean all = isDecisive(condition, best, other, not);
    int number = other.or(() -> not).map(this::atomNumber).orElse(0);
    return new Placement(
        places,
        Placement.signature(number, not.isPresent(), all),
        all ? Formula.ALWAYS_TRUE : Formula.of(condition, this::atomNumber));
  }

  private int atomNumber(Condition atom) {
    return atoms.atomOf(atom).number;
  }

  private static List<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
  }

  /// An atom that an article must not have.
  private static Optional<Condition> excludedAtom(Condition condition) {
    return conjuncts(condition).stream()
        .filter(part -> part instanceof Condition.None(Condition not) && not.isAtom())
        .findFirst()
        .map(part -> ((Condition.None) part).part());
  }

  private static boolean isDecisive(
      Condition condition,
      List<Condition> best,
      Optional<Condition> other,
      Optional<Condition> not) {
    return conjuncts(condition).stream()
        .allMatch(
            part ->
                other.filter(part::equals).isPresent()
                    || not.map(Condition.None::new).filter(part::equals).isPresent()
                    || best.equals(
                        part instanceof Condition.Any(List<Condition> any) ? any : List.of(part)));
  }

  /// The work that a place makes: how many texts lead to it, and how many queries are there.
  long cost(Atom[] places) {
    long load = 0;
    for (Atom leaf : places) {
      load += cost(leaf);
    }
    return load;
  }

  long cost(IndexedQuery filed) {
    long[] load = {0};
    filed.forEachAtom(leaf -> load[0] += cost(leaf));
    return load[0];
  }

  private long cost(List<Condition> atoms) {
    return atoms.stream().mapToLong(this::cost).sum();
  }

  private long cost(Condition atom) {
    return cost(atoms.atomOf(atom));
  }

  /// Each leaf costs something even if it was never seen; of equally rare ones the crowded do more.
  private long cost(Atom leaf) {
    return (1L + frequencies.frequencyOf(leaf)) * Integer.SIZE
        + Integer.SIZE
        - Integer.numberOfLeadingZeros(leaf.queryCount());
  }
}
