package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

class ArticleDatesTest implements ArticleDatesContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
