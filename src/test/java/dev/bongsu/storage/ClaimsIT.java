package dev.bongsu.storage;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class ClaimsIT implements ClaimsContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
