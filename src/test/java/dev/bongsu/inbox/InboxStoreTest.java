package dev.bongsu.inbox;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class InboxStoreTest implements InboxStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
