package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class RateLimitIT implements RateLimitContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
