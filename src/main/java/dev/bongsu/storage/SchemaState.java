package dev.bongsu.storage;

import java.util.List;

/// How the tables compare with those this version expects.
///
/// @param pending whether the next start creates or updates tables
/// @param problems what does not fit, for the operator; empty if all is well
public record SchemaState(boolean pending, List<String> problems) {
  public SchemaState {
    problems = List.copyOf(problems);
  }
}
