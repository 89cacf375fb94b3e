package dev.bongsu.http;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class HostStoreIT implements HostStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
