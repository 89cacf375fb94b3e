package dev.bongsu.match;

import dev.bongsu.query.Condition;

/// A part of conditions, kept in memory once for all conditions that contain it. Writer thread
/// only.
sealed class InternedCondition permits Atom {
  /// A `Contains` or a `FieldEquals` if this is an atom.
  final Condition condition;

  /// The number of conditions that contain it.
  private int references = 1;

  InternedCondition(Condition condition) {
    this.condition = condition;
  }

  /// Counts one reference more or less.
  ///
  /// @return the number of references now
  final int adjustReferences(int change) {
    references += change;
    return references;
  }
}
