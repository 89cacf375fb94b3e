package dev.bongsu.match;

import dev.bongsu.query.Condition;

/// A part of conditions, in memory once however many have it. The writer's own.
abstract sealed class InternedCondition permits Atom, InternedCondition.InternedComposite {
  /// A `Contains` or an `FieldEquals` if it is a leaf.
  final Condition condition;

  /// How many conditions have it.
  private int references = 1;

  InternedCondition(Condition condition) {
    this.condition = condition;
  }

  /// Counts one more that has it, or one less.
  ///
  /// @return how many there are now
  final int adjustReferences(int change) {
    references += change;
    return references;
  }

  /// A part that has parts.
  static final class InternedComposite extends InternedCondition {
    InternedComposite(Condition condition) {
      super(condition);
    }
  }
}
