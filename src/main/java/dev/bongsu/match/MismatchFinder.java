package dev.bongsu.match;

import dev.bongsu.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Asks the parts of a query one by one.
final class MismatchFinder {
  private static final int MAX_JOINED_WORDS = 4;

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

  /// A word may be met by the whole that it makes up with its neighbours.
  private boolean isMet(List<Query> parts, int at) {
    if (holds.test(parts.get(at))) {
      return true;
    }
    for (int from = Math.max(0, at - MAX_JOINED_WORDS + 1); from <= at; from++) {
      for (int to = Math.max(at + 1, from + 2);
          to <= from + MAX_JOINED_WORDS && to <= parts.size();
          to++) {
        if (holds.test(new Query.And(parts.subList(from, to)))) {
          return true;
        }
      }
    }
    return false;
  }
}
