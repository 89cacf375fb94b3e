package dev.bongsu.pipeline;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class HousekeepingIT implements HousekeepingContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
