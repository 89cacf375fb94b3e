package dev.bongsu.cli;

/// One input of a command failed; the message is one line for the user.
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }

  String userMessage() {
    return String.valueOf(getMessage());
  }
}
