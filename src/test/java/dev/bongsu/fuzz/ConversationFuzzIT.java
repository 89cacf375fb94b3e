package dev.bongsu.fuzz;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many broken commands and buttons (`-Pfaults`); the seed is in the name of the test.
@EnabledIfSystemProperty(named = "faults", matches = "true")
class ConversationFuzzIT {
  private static final int CASES = 5_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noCommandOrButtonFails(long seed) {
    new ConversationFuzz(seed).run(CASES);
  }
}
