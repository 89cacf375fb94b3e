package dev.bongsu.archive;

import dev.bongsu.testkit.TestDatabase;

class ArchiveTest extends ArchiveContract {
  @Override
  TestDatabase open() {
    return TestDatabase.sqlite();
  }
}
