package dev.bongsu.telegram;

/// What a failed call means for polling.
public enum FailureKind {
  /// The token is rejected until the operator sets another.
  TOKEN_REFUSED,
  /// Another program polls this bot's updates.
  CONFLICT,
  /// Anything else; a retry may help.
  OTHER;

  static FailureKind of(int code) {
    return switch (code) {
      case 401 -> TOKEN_REFUSED;
      case 409 -> CONFLICT;
      default -> OTHER;
    };
  }
}
