package dev.bongsu.http;

/// The bot's User-Agent.
public final class UserAgent {
  /// The name for rules in a robots.txt.
  public static final String NAME = "Bongsu";

  private static final String VERSION = "0.1";
  private static final String HOME = "https://github.com/bongsu/bongsu";

  private UserAgent() {}

  /// The header's value.
  ///
  /// @param chosen the operator's own; blank for the bot's
  /// @param subscribers the number of active chats, from which publishers count readers
  static String of(String chosen, int subscribers) {
    return !chosen.isEmpty()
        ? chosen
        : "%s/%s (+%s; %d subscribers)".formatted(NAME, VERSION, HOME, subscribers);
  }
}
