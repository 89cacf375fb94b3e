package dev.bongsu.access;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class AccessStoresIT implements AccessStoresContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
