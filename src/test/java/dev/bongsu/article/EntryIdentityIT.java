package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class EntryIdentityIT implements EntryIdentityContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
