package dev.bongsu.telegram;

/// What a failed call means for whoever asks for news.
public enum FailureKind {
  /// The token is refused, and will be until the operator gives another.
  TOKEN_REFUSED,
  /// Somebody else fetches this bot's updates.
  CONFLICT,
  /// Anything else: asking again later may help.
  OTHER;

  static FailureKind of(int code) {
    return switch (code) {
      case 401 -> TOKEN_REFUSED;
      case 409 -> CONFLICT;
      default -> OTHER;
    };
  }
}
