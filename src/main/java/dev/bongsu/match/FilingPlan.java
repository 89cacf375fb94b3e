package dev.bongsu.match;

import dev.bongsu.query.Condition;
import dev.bongsu.query.Requirements;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the best place for a query: under what is rarest of all that it requires.
final class FilingPlan {
  /// No place for a query is worth looking for a better one below this: a word of one text in a
  /// hundred.
  static final long LIGHT = 10 * Integer.SIZE;

  private final Leaves leaves;
  private final KeyFrequencies frequencies;

  FilingPlan(Leaves leaves, KeyFrequencies frequencies) {
    this.leaves = leaves;
    this.frequencies = frequencies;
  }

  /// @param condition its leaves are known
  Filing of(Condition condition) {
    List<List<Condition>> required = new Requirements(this::load).of(condition);
    Comparator<List<Condition>> rarest = Comparator.comparingLong(this::load);
    List<Condition> best = required.stream().min(rarest).orElseThrow();
    Optional<Condition> other =
        required.stream()
            .filter(set -> set.size() == 1 && !best.contains(set.getFirst()))
            .min(rarest)
            .map(List::getFirst);
    Leaf[] places = best.stream().map(leaves::of).toArray(Leaf[]::new);
    Optional<Condition> not = other.isPresent() ? Optional.empty() : excluded(condition);
    boolean all = isAll(condition, best, other, not);
    int number = other.or(() -> not).map(this::number).orElse(0);
    return new Filing(
        places,
        Filing.mark(number, not.isPresent(), all),
        all ? Formula.NOTHING_MORE : Formula.of(condition, this::number));
  }

  private int number(Condition atom) {
    return leaves.of(atom).number;
  }

  private static List<Condition> partsOf(Condition condition) {
    return condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
  }

  /// An atom that an article must not have.
  private static Optional<Condition> excluded(Condition condition) {
    return partsOf(condition).stream()
        .filter(part -> part instanceof Condition.None(Condition not) && not.isAtom())
        .findFirst()
        .map(part -> ((Condition.None) part).part());
  }

  private static boolean isAll(
      Condition condition,
      List<Condition> best,
      Optional<Condition> other,
      Optional<Condition> not) {
    return partsOf(condition).stream()
        .allMatch(
            part ->
                other.filter(part::equals).isPresent()
                    || not.map(Condition.None::new).filter(part::equals).isPresent()
                    || best.equals(
                        part instanceof Condition.Any(List<Condition> any) ? any : List.of(part)));
  }

  /// The work that a place makes: how many texts lead to it, and how many queries are there.
  long load(Leaf[] places) {
    long load = 0;
    for (Leaf leaf : places) {
      load += load(leaf);
    }
    return load;
  }

  long load(Filed filed) {
    long[] load = {0};
    filed.forEachLeaf(leaf -> load[0] += load(leaf));
    return load[0];
  }

  private long load(List<Condition> atoms) {
    return atoms.stream().mapToLong(this::load).sum();
  }

  private long load(Condition atom) {
    return load(leaves.of(atom));
  }

  /// Each leaf costs something even if it was never seen; of equally rare ones the crowded do more.
  private long load(Leaf leaf) {
    return (1L + frequencies.of(leaf)) * Integer.SIZE
        + Integer.SIZE
        - Integer.numberOfLeadingZeros(leaf.crowd());
  }
}
