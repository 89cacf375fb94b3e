package dev.bongsu.command;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class InboxStoreTest implements InboxStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
