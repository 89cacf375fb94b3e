package dev.bongsu.inbox;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class InboxStoreIT implements InboxStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
