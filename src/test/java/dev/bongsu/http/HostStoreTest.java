package dev.bongsu.http;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class HostStoreTest implements HostStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
