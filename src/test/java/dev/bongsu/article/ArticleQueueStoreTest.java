package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class ArticleQueueStoreTest implements ArticleQueueStoreContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
