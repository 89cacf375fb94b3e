package dev.bongsu.config;

import java.util.List;

/// The settings cannot be used.
final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidSettingsException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  InvalidSettingsException(String problem) {
    this(List.of(problem));
  }

  /// One line each.
  List<String> problems() {
    return problems;
  }
}
