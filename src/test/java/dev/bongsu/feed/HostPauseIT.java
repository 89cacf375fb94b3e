package dev.bongsu.feed;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class HostPauseIT implements HostPauseContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
