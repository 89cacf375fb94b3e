package dev.bongsu.query;

import java.util.List;

/// The result of parsing a query.
public sealed interface ParsedQuery {

  /// It can be used, and requires something of an article.
  record Valid(Query query) implements ParsedQuery {}

  /// It cannot be used, and this is why.
  ///
  /// @param position of the problem: a UTF-16 offset into the text
  /// @param arguments for the sentence that explains it, see `QueryProblem`
  /// @param suggestion a similar text that can be used; blank if there is none
  record Invalid(QueryProblem problem, int position, List<String> arguments, String suggestion)
      implements ParsedQuery {
    public Invalid {
      arguments = List.copyOf(arguments);
    }
  }
}
