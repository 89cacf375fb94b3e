package dev.bongsu;

import dev.bongsu.testkit.TestDatabase;

/// The same trouble on PostgreSQL.
class TroubleFlowIT extends TroubleFlowTest {
  @Override
  TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
