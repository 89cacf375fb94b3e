package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class ChatChangeDuringSendTest implements ChatChangeDuringSendContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
