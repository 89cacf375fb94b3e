package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class DeadLetterStoreTest implements DeadLetterStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
