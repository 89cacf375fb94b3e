package dev.bongsu.alert;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class AlertStoreIT implements AlertStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
