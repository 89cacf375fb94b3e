package dev.bongsu.http;

/// How the bot introduces itself.
public final class UserAgent {
  /// The name that a robots.txt may address.
  public static final String NAME = "Bongsu";

  private static final String VERSION = "0.1";
  private static final String HOME = "https://github.com/bongsu/bongsu";

  private UserAgent() {}

  /// The header's value.
  ///
  /// @param subscribers the number of active chats: publishers count readers by it
  static String of(int subscribers) {
    return "%s/%s (+%s; %d subscribers)".formatted(NAME, VERSION, HOME, subscribers);
  }
}
