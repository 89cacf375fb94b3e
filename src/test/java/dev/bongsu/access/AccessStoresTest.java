package dev.bongsu.access;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class AccessStoresTest implements AccessStoresContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
