package dev.bongsu.fuzz;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many broken inputs (`-Pfaults`); the seed is in the name of the test.
@EnabledIfSystemProperty(named = "faults", matches = "true")
class ParserFuzzIT {
  private static final int CASES = 5_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noParserFailsOnBrokenInput(long seed) {
    new ParserFuzz(seed).run(CASES);
  }
}
