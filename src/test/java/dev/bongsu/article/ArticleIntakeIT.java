package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class ArticleIntakeIT implements ArticleIntakeContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
