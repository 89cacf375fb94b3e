package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class ChatLossIT implements ChatLossContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
