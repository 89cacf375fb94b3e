package dev.bongsu.subscription;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class SubscriptionStoreTest implements SubscriptionStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
