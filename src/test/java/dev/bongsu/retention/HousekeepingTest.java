package dev.bongsu.retention;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class HousekeepingTest implements HousekeepingContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
