package dev.bongsu.syndication;

/// A document cannot be read as a feed; the reason is for the operator.
final class UnreadableFeedException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFeedException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
