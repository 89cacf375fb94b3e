package dev.bongsu.command;

import dev.bongsu.testkit.TestDatabase;

/// The contract on PostgreSQL.
class ConversationStoresIT implements ConversationStoresContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
