package dev.bongsu.storage;

import java.util.List;

/// How the tables compare with those this version expects.
///
/// @param applied migrations
/// @param pending migrations that the next start applies
/// @param problems what does not fit, for the operator; empty if all is well
public record SchemaState(int applied, int pending, List<String> problems) {
  public SchemaState {
    problems = List.copyOf(problems);
  }
}
