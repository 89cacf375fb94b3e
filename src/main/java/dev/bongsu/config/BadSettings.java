package dev.bongsu.config;

import java.util.List;

/// The settings cannot be used.
final class BadSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  BadSettings(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  BadSettings(String problem) {
    this(List.of(problem));
  }

  /// One line each.
  List<String> problems() {
    return problems;
  }
}
