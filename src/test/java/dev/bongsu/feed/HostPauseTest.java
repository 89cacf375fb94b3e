package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class HostPauseTest implements HostPauseContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
