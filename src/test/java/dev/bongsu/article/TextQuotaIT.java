package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class TextQuotaIT implements TextQuotaContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
