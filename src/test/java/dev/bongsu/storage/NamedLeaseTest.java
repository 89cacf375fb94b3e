package dev.bongsu.storage;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class NamedLeaseTest implements NamedLeaseContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
