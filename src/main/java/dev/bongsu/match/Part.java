package dev.bongsu.match;

import dev.bongsu.query.Condition;

/// A part of conditions, in memory once however many have it. The writer's own.
abstract sealed class Part permits Leaf, Part.Shared {
  /// A `Stands` or an `Is` if it is a leaf.
  final Condition condition;

  /// How many conditions have it.
  private int uses = 1;

  Part(Condition condition) {
    this.condition = condition;
  }

  /// Counts one more that has it, or one less.
  ///
  /// @return how many there are now
  final int use(int change) {
    uses += change;
    return uses;
  }

  /// A part that has parts.
  static final class Shared extends Part {
    Shared(Condition condition) {
      super(condition);
    }
  }
}
