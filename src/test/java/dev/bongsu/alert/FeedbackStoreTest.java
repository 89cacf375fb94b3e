package dev.bongsu.alert;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class FeedbackStoreTest implements FeedbackStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
