package dev.bongsu.command;

import dev.bongsu.testkit.TestDatabase;

/// The contract on SQLite.
class ConversationStoresTest implements ConversationStoresContract {
  @Override
  public TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
