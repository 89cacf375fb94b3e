package dev.bongsu.telegram;

/// What a failed call means for whoever asks for news.
public enum Failure {
  /// The token is refused, and will be until the operator gives another.
  TOKEN,
  /// Somebody else fetches this bot's updates.
  CONFLICT,
  /// Anything else: asking again later may help.
  OTHER;

  static Failure of(int code) {
    return switch (code) {
      case 401 -> TOKEN;
      case 409 -> CONFLICT;
      default -> OTHER;
    };
  }
}
