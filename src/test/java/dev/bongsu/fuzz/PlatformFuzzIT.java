package dev.bongsu.fuzz;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many broken answers and envelopes of the platforms (`-Pfaults`); the seed is in the name of the
/// test.
@EnabledIfSystemProperty(named = "faults", matches = "true")
class PlatformFuzzIT {
  private static final int CASES = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noUpdateOfTelegramStopsTheOthers(long seed) {
    new TelegramFuzz(seed).run(CASES);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noEnvelopeOfSlackStopsTheOthers(long seed) {
    new SlackSocketFuzz(seed).run(CASES);
  }
}
