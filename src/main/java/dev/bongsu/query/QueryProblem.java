package dev.bongsu.query;

/// Why a query cannot be used. The arguments are those of `ParsedQuery.Invalid`.
public enum QueryProblem {
  /// Nothing was written.
  EMPTY,
  /// Longer than 400 characters. Arguments: the limit, the length.
  TOO_LONG,
  /// More than 32 words and phrases. Argument: the limit.
  TOO_MANY_TERMS,
  /// A quote begins a phrase and nothing ends it.
  UNCLOSED_QUOTE,
  /// A parenthesis without its partner. Argument: the parenthesis.
  UNBALANCED_PARENTHESIS,
  /// An operator with nothing to work on. Argument: the operator.
  DANGLING_OPERATOR,
  /// Only exclusions, alone or as one side of an OR. Argument: that part, printed.
  NOTHING_REQUIRED,
  /// Only punctuation or particles.
  NOTHING_TO_SEARCH
}
