package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class SentAlertStoreIT implements SentAlertStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
