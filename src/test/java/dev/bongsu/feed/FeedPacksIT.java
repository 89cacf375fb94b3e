package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class FeedPacksIT implements FeedPacksContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
