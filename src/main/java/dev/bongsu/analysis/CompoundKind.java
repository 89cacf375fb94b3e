package dev.bongsu.analysis;

/// How closely neighbouring words of a query belong together.
public enum CompoundKind {
  /// One expression with a blank inside: searched as a phrase.
  EXPRESSION,
  /// The parts of a known compound: they have to stand near each other.
  COMPOUND,
  NONE
}
