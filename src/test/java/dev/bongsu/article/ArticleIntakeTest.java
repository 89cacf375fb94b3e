package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class ArticleIntakeTest implements ArticleIntakeContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
