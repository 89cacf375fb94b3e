package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class DeadLetterStoreIT implements DeadLetterStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
