package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

class ArticleDatesIT implements ArticleDatesContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
