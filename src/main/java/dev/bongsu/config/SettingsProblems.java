package dev.bongsu.config;

import java.util.List;

/// What is wrong with the settings' names and values.
///
/// @param lines one for each problem; empty if all is well
public record SettingsProblems(List<String> lines) {
  public SettingsProblems {
    lines = List.copyOf(lines);
  }
}
