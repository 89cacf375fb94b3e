package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class ChatMoveTest implements ChatMoveContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
