package dev.bongsu.archive;

import dev.bongsu.testkit.TestDatabase;

class ArchiveIT extends ArchiveContract {
  @Override
  TestDatabase open() {
    return TestDatabase.postgresql();
  }
}
