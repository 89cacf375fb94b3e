package dev.bongsu.query;

import dev.bongsu.query.ParsedQuery.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the first problem found while a query is read.
final class FirstProblem {
  private @Nullable Invalid first;

  boolean isEmpty() {
    return first == null;
  }

  /// Null if there is none.
  @Nullable Invalid first() {
    return first;
  }

  /// Keeps the problem unless there is one already.
  ///
  /// @return null, for the query that could not be read
  @Nullable Query reportAt(QueryToken token, QueryProblem problem, String... arguments) {
    if (first == null) {
      first = new Invalid(problem, token.position(), List.of(arguments), "");
    }
    return null;
  }
}
