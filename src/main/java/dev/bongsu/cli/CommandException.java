package dev.bongsu.cli;

/// Why one input of a command did not work; the message is for the person, in one line.
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }

  String userMessage() {
    return String.valueOf(getMessage());
  }
}
