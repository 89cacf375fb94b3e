package dev.bongsu.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person asks the bot to do.
sealed interface Command {
  record Start() implements Command {}

  record Help() implements Command {}

  record Subscribe(String query) implements Command {}

  /// End a subscription.
  ///
  /// @param which a number of the list, or the query as written
  record Unsubscribe(String which) implements Command {}

  record ListSubscriptions() implements Command {}

  /// Look for recent articles.
  ///
  /// @param text a query, and perhaps the number of a page after a slash
  record Search(String text) implements Command {}

  /// What a query would have brought.
  record Try(String query) implements Command {}

  record ListFeeds() implements Command {}

  record AddFeed(String address) implements Command {}

  /// Stop keeping a feed.
  ///
  /// @param which a number of the list of feeds, or an address
  record RemoveFeed(String which) implements Command {}

  record Speak(String language) implements Command {}

  /// A command we do not have.
  ///
  /// @param name in lower case
  record Unknown(String name) implements Command {}

  /// Words that are no command.
  record Chatter() implements Command {}

  /// A slash, a name, perhaps the bot's own name, and the rest as it was typed.
  Pattern SHAPE =
      Pattern.compile(
          "%1$s*[/／]([\\p{L}\\p{N}_]+)(?:@\\w+)?(?:%1$s+(.*))?".formatted(BlankText.BLANK),
          Pattern.DOTALL);

  /// Reads a command. Never fails: what is none is [Chatter], what we do not know is [Unknown].
  static Command parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return new Chatter();
    }
    String typed = CommandName.plain(shape.group(1));
    String rest = BlankText.strip(Optional.ofNullable(shape.group(2)).orElse(""));
    return CommandName.of(typed).map(name -> of(name, rest)).orElseGet(() -> new Unknown(typed));
  }

  private static Command of(CommandName name, String rest) {
    return switch (name) {
      case START -> new Start();
      case HELP -> new Help();
      case SUBSCRIBE -> new Subscribe(rest);
      case UNSUBSCRIBE -> new Unsubscribe(rest);
      case SEARCH -> new Search(rest);
      case TRY -> new Try(rest);
      case LIST -> new ListSubscriptions();
      case FEEDS -> new ListFeeds();
      case ADDFEED -> new AddFeed(rest);
      case REMOVEFEED -> new RemoveFeed(rest);
      case LANGUAGE -> new Speak(rest);
    };
  }
}
