package dev.bongsu.article;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class TextQuotaTest implements TextQuotaContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
