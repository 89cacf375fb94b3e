package dev.bongsu.storage;

/// Why a node may not work now.
///
/// @param description for the operator, without secrets
public record StorageProblem(Kind kind, String description) {

  /// What is wrong.
  public enum Kind {
    CLOCK,
    DATABASE
  }
}
