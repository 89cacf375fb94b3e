package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class OutboxStoreTest implements OutboxStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
