package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class FeedCareIT implements FeedCareContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
