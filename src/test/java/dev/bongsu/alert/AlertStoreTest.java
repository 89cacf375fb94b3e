package dev.bongsu.alert;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class AlertStoreTest implements AlertStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
