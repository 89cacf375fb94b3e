package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class SendFailureIT implements SendFailureContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
