package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class MeanwhileIT implements MeanwhileContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
