package dev.bongsu.cli;

/// Why one input of a command did not work; the message is for the person, in one line.
final class CommandProblem extends Exception {
  private static final long serialVersionUID = 1L;

  CommandProblem(String message) {
    super(message);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
