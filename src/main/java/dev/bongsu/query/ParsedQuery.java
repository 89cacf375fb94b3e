package dev.bongsu.query;

import java.util.List;

/// What became of a text that should be a query.
public sealed interface ParsedQuery {

  /// It can be used: it requires something of an article.
  record Valid(Query query) implements ParsedQuery {}

  /// It cannot be used, and this is why.
  ///
  /// @param position where the trouble is: a UTF-16 offset into the text
  /// @param arguments for the sentence that explains it, see `QueryProblem`
  /// @param suggestion a text close to what was written that can be used; blank if there is none
  record Invalid(QueryProblem problem, int position, List<String> arguments, String suggestion)
      implements ParsedQuery {
    public Invalid {
      arguments = List.copyOf(arguments);
    }
  }
}
