package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class FeedPacksTest implements FeedPacksContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
