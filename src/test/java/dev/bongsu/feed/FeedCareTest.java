package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class FeedCareTest implements FeedCareContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
