package dev.bongsu.match;

import dev.bongsu.query.NeighbourRuns;
import dev.bongsu.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Evaluates the parts of a query one by one.
final class MismatchFinder {
  /// Whether a query that requires something holds.
  private final Predicate<Query> holds;

  MismatchFinder(Predicate<Query> holds) {
    this.holds = holds;
  }

  Mismatch find(Query query) {
    List<Query> parts = query instanceof Query.And(List<Query> all) ? all : List.of(query);
    List<Query> missing = new ArrayList<>();
    List<Query> unwanted = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      if (parts.get(at) instanceof Query.Not(Query part)) {
        if (holds.test(part)) {
          unwanted.add(part);
        }
      } else if (!isMet(parts, at)) {
        missing.add(parts.get(at));
      }
    }
    return new Mismatch(missing, unwanted);
  }

  /// Whether a part holds, alone or as one word with its neighbours.
  private boolean isMet(List<Query> parts, int at) {
    return holds.test(parts.get(at))
        || NeighbourRuns.containing(parts, at).map(Query.And::new).anyMatch(holds);
  }
}
