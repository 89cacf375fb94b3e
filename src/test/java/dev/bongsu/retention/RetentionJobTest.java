package dev.bongsu.retention;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class RetentionJobTest implements RetentionJobContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
