package dev.bongsu.pipeline;

import dev.bongsu.storage.Claim;
import dev.bongsu.storage.ClaimedRow;

/// A row of a queue.
record FakeRow(String name) implements ClaimedRow {
  @Override
  public Claim claim() {
    return new Claim(name.hashCode(), 1);
  }
}
