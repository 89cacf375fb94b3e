package dev.bongsu.match;

import dev.bongsu.query.Condition;
import dev.bongsu.query.Requirements;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Places a query under the rarest of the atoms that it requires.
final class PlacementPlanner {
  /// A query whose placement costs less is not placed again: this is the cost of a word of one text
  /// in a hundred.
  static final long MIN_REBALANCE_COST = 10 * Integer.SIZE;

  private final AtomIndex atoms;
  private final KeyFrequencies frequencies;

  PlacementPlanner(AtomIndex atoms, KeyFrequencies frequencies) {
    this.atoms = atoms;
    this.frequencies = frequencies;
  }

  /// @param condition with atoms that are in the index
  Placement plan(Condition condition) {
    List<List<Condition>> required = new Requirements(this::cost).of(condition);
    Comparator<List<Condition>> rarest = Comparator.comparingLong(this::cost);
    List<Condition> best = required.stream().min(rarest).orElseThrow();
    Condition tested =
        required.stream()
            .filter(set -> set.size() == 1 && !best.contains(set.getFirst()))
            .min(rarest)
            .map(List::getFirst)
            .or(() -> excludedAtom(condition))
            .orElse(null);
    boolean decisive = isDecisive(condition, best, tested);
    return new Placement(
        best.stream().map(atoms::atomOf).toArray(Atom[]::new),
        remainder(tested).signature(decisive),
        decisive ? Formula.ALWAYS_TRUE : Formula.of(condition, this::atomNumber));
  }

  private Remainder remainder(@Nullable Condition tested) {
    return switch (tested) {
      case null -> new Remainder.Nothing();
      case Condition.None(Condition atom) -> new Remainder.Excludes(atomNumber(atom));
      case Condition atom -> new Remainder.Requires(atomNumber(atom));
    };
  }

  private int atomNumber(Condition atom) {
    return atoms.atomOf(atom).number;
  }

  private static List<Condition> conjuncts(Condition condition) {
    return condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
  }

  /// A conjunct that excludes a single atom.
  private static Optional<Condition> excludedAtom(Condition condition) {
    return conjuncts(condition).stream()
        .filter(part -> part instanceof Condition.None(Condition not) && not.isAtom())
        .findFirst();
  }

  /// Whether the atoms of the placement and the tested one are the whole condition.
  private static boolean isDecisive(
      Condition condition, List<Condition> best, @Nullable Condition tested) {
    return conjuncts(condition).stream()
        .allMatch(
            part ->
                part.equals(tested)
                    || best.equals(
                        part instanceof Condition.Any(List<Condition> any) ? any : List.of(part)));
  }

  /// The work that a placement causes: the number of texts that lead to it, and of queries there.
  long cost(Atom[] places) {
    return Arrays.stream(places).mapToLong(this::cost).sum();
  }

  private long cost(List<Condition> atoms) {
    return atoms.stream().mapToLong(this::cost).sum();
  }

  private long cost(Condition atom) {
    return cost(atoms.atomOf(atom));
  }

  /// An atom that was never seen costs something too; of equally rare ones that with more queries
  /// costs more.
  private long cost(Atom atom) {
    return (1L + frequencies.frequencyOf(atom)) * Integer.SIZE
        + Integer.SIZE
        - Integer.numberOfLeadingZeros(atom.queryCount());
  }
}
