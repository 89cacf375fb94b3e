package dev.bongsu;

import dev.bongsu.testkit.TestDatabase;

/// The same story on PostgreSQL.
class NewsFlowIT extends NewsFlowTest {
  @Override
  TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
