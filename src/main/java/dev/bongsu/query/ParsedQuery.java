package dev.bongsu.query;

import java.util.List;

/// What became of a text that should be a query.
public sealed interface ParsedQuery {

  /// It can be used: it requires something to stand in a text.
  record Valid(Query query) implements ParsedQuery {}

  /// It cannot be used, and this is why.
  ///
  /// @param position where the trouble is: a UTF-16 offset into the text
  /// @param arguments for the sentence that explains it, see `QueryProblem`
  record Invalid(QueryProblem problem, int position, List<String> arguments)
      implements ParsedQuery {
    public Invalid {
      arguments = List.copyOf(arguments);
    }
  }
}
