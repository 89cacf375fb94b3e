package dev.bongsu.fuzz;

import org.junit.jupiter.api.Test;

/// A few seconds of broken inputs, the same ones each time.
class ParserFuzzTest {
  @Test
  void noParserFailsOnBrokenInput() {
    new ParserFuzz(20_260_302).run(250);
  }
}
