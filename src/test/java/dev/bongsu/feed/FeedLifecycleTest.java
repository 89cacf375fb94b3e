package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class FeedLifecycleTest implements FeedLifecycleContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
