package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class EntryIdentityTest implements EntryIdentityContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
