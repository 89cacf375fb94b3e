package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class ChatLossTest implements ChatLossContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
