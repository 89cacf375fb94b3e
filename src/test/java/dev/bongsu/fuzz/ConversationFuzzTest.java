package dev.bongsu.fuzz;

import org.junit.jupiter.api.Test;

/// A few seconds of broken commands and buttons, the same ones each time.
class ConversationFuzzTest {
  @Test
  void noCommandOrButtonFails() {
    new ConversationFuzz(20_260_302).run(150);
  }
}
