package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class SendFailureTest implements SendFailureContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
