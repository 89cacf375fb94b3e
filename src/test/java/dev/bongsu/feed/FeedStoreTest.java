package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class FeedStoreTest implements FeedStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
