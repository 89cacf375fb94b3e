package dev.bongsu.storage;

/// A row that a worker holds, with what it needs of it.
public interface ClaimedRow {
  Claim claim();
}
