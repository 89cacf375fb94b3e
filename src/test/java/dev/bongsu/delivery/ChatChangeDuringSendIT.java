package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class ChatChangeDuringSendIT implements ChatChangeDuringSendContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
