package dev.bongsu.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person asks the bot to do.
sealed interface Command {

  /// A command that we have.
  ///
  /// @param rest what stands behind its name, as it was typed
  record Known(CommandName name, String rest) implements Command {}

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

  /// A word that may be the name of a command, and the rest.
  Pattern WORDS =
      Pattern.compile(
          "%1$s*([\\p{L}\\p{N}]{1,20})(?:%1$s+(.*))?".formatted(BlankText.BLANK), Pattern.DOTALL);

  /// Reads a command. Never fails: what is none is [Chatter], what we do not know is [Unknown].
  ///
  /// Without a slash, a Korean name at the beginning is a command (`구독 사이버안보`), and an English one
  /// if nothing else is said: too many sentences begin with `list`.
  static Command parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return spoken(text);
    }
    String typed = CommandName.plain(shape.group(1));
    String rest = rest(shape);
    return CommandName.of(typed)
        .<Command>map(name -> new Known(name, rest))
        .orElseGet(() -> new Unknown(typed));
  }

  private static Command spoken(String text) {
    Matcher words = WORDS.matcher(text);
    if (!words.matches()) {
      return new Chatter();
    }
    String word = CommandName.plain(words.group(1));
    String rest = rest(words);
    return CommandName.of(word)
        .filter(name -> rest.isEmpty() || !name.english().equals(word))
        .<Command>map(name -> new Known(name, rest))
        .orElseGet(Chatter::new);
  }

  private static String rest(Matcher shape) {
    return BlankText.strip(Optional.ofNullable(shape.group(2)).orElse(""));
  }
}
