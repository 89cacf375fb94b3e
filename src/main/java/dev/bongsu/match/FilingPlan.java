package dev.bongsu.match;

import dev.bongsu.query.Condition;
import dev.bongsu.query.Requirements;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the best place for a query: under what is rarest of all that it requires.
final class FilingPlan {
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
    int number = other.map(this::number).orElse(0);
    boolean all = isAll(condition, best, other);
    return new Filing(
        places.length == 1 ? places[0].alone : places,
        Filing.mark(number, all),
        all ? Formula.NOTHING_MORE : Formula.of(condition, this::number));
  }

  private int number(Condition atom) {
    return leaves.of(atom).number;
  }

  private static boolean isAll(
      Condition condition, List<Condition> best, Optional<Condition> other) {
    List<Condition> parts =
        condition instanceof Condition.All(List<Condition> all) ? all : List.of(condition);
    return parts.stream()
        .allMatch(
            part ->
                other.filter(part::equals).isPresent()
                    || best.equals(
                        part instanceof Condition.Any(List<Condition> any) ? any : List.of(part)));
  }

  /// The work that a filing makes: how many texts lead to it, and how many queries are there.
  long load(Filing filing) {
    long load = 0;
    for (Leaf leaf : filing.leaves) {
      load += load(leaf);
    }
    return load;
  }

  private long load(List<Condition> atoms) {
    return atoms.stream().mapToLong(this::load).sum();
  }

  private long load(Condition atom) {
    return load(leaves.of(atom));
  }

  /// Each leaf costs something even if it was never seen; of equally rare ones the crowded do more.
  private long load(Leaf leaf) {
    long texts = 1;
    for (var key : leaf.keys()) {
      texts += frequencies.of(key.key());
    }
    return texts * Integer.SIZE + Integer.SIZE - Integer.numberOfLeadingZeros(leaf.crowd());
  }
}
