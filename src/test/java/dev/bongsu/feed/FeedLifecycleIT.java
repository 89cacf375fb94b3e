package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class FeedLifecycleIT implements FeedLifecycleContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
