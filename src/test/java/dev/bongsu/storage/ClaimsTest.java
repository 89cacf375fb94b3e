package dev.bongsu.storage;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class ClaimsTest implements ClaimsContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
