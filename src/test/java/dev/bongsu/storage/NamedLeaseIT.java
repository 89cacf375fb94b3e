package dev.bongsu.storage;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class NamedLeaseIT implements NamedLeaseContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
