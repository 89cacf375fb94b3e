package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class MeanwhileTest implements MeanwhileContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
