package dev.bongsu.config;

/// The database cannot be opened.
final class UnreachableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreachableDatabase(String message, Throwable cause) {
    super(message, cause);
  }
}
