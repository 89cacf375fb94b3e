package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class FeedStoreIT implements FeedStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
