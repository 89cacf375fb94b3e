package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class TroubleTest implements TroubleContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
