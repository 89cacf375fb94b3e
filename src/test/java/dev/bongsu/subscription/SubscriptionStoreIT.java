package dev.bongsu.subscription;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class SubscriptionStoreIT implements SubscriptionStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
