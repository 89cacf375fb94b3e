package dev.bongsu.retention;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class RetentionJobIT implements RetentionJobContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
