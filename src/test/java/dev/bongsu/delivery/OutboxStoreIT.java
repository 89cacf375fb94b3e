package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class OutboxStoreIT implements OutboxStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
