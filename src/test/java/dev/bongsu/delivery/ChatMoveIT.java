package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class ChatMoveIT implements ChatMoveContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
