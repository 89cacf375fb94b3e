package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class TroubleIT implements TroubleContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
