package dev.bongsu.retention;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class HousekeepingIT implements HousekeepingContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
