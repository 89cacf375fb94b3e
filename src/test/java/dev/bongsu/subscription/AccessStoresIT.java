package dev.bongsu.subscription;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class AccessStoresIT implements AccessStoresContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
