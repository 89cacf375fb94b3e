package dev.bongsu.alert;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class FeedbackStoreIT implements FeedbackStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
