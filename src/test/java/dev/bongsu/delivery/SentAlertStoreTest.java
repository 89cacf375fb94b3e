package dev.bongsu.delivery;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class SentAlertStoreTest implements SentAlertStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
