package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

class RateLimitTest implements RateLimitContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
