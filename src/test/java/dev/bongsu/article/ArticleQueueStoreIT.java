package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class ArticleQueueStoreIT implements ArticleQueueStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
