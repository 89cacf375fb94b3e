package dev.bongsu;

import dev.bongsu.testkit.TestDatabase;

/// The same trouble on PostgreSQL.
class BadFeedsFlowIT extends BadFeedsFlowTest {
  @Override
  TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
