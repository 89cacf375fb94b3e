package dev.bongsu.match;

import dev.bongsu.query.Condition;

/// A part of conditions, in memory once however many have it. The writer's own.
sealed interface Part permits Leaf, Part.Shared {
  Condition condition();

  /// Counts one more that has it, or one less.
  ///
  /// @return how many there are now
  int use(int change);

  /// A part that has parts.
  final class Shared implements Part {
    private final Condition condition;
    private int uses = 1;

    Shared(Condition condition) {
      this.condition = condition;
    }

    @Override
    public Condition condition() {
      return condition;
    }

    @Override
    public int use(int change) {
      uses += change;
      return uses;
    }
  }
}
