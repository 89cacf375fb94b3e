package dev.bongsu.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person asks the bot to do.
sealed interface Command {

  /// A command that we have.
  ///
  /// @param arguments what stands behind its name, as it was typed
  record Known(CommandName name, String arguments) implements Command {}

  /// A command we do not have.
  ///
  /// @param name in lower case
  record Unknown(String name) implements Command {}

  /// Words that are no command.
  record NotACommand() implements Command {}

  /// A slash, a name, perhaps the bot's own name, and the rest as it was typed.
  Pattern SLASH_COMMAND =
      Pattern.compile(
          "%1$s*[/／]([\\p{L}\\p{N}_]+)(?:@\\w+)?(?:%1$s+(.*))?".formatted(InputText.WHITESPACE),
          Pattern.DOTALL);

  /// A word that may be the name of a command, and the rest.
  Pattern BARE_COMMAND =
      Pattern.compile(
          "%1$s*([\\p{L}\\p{N}]{1,20})(?:%1$s+(.*))?".formatted(InputText.WHITESPACE),
          Pattern.DOTALL);

  /// Reads a command. Never fails: what is none is [NotACommand], what we do not know is
  /// [NeverSeen].
  ///
  /// Without a slash, a Korean name at the beginning is a command (`구독 사이버안보`), and an English one
  /// if nothing else is said: too many sentences begin with `list`.
  static Command parse(String text) {
    Matcher shape = SLASH_COMMAND.matcher(text);
    if (!shape.matches()) {
      return parseWithoutSlash(text);
    }
    String typed = CommandName.normalize(shape.group(1));
    String rest = arguments(shape);
    return CommandName.of(typed)
        .<Command>map(name -> new Known(name, rest))
        .orElseGet(() -> new Unknown(typed));
  }

  private static Command parseWithoutSlash(String text) {
    Matcher words = BARE_COMMAND.matcher(text);
    if (!words.matches()) {
      return new NotACommand();
    }
    String word = CommandName.normalize(words.group(1));
    String rest = arguments(words);
    return CommandName.of(word)
        .filter(name -> rest.isEmpty() || !name.english().equals(word))
        .<Command>map(name -> new Known(name, rest))
        .orElseGet(NotACommand::new);
  }

  private static String arguments(Matcher shape) {
    return InputText.strip(Optional.ofNullable(shape.group(2)).orElse(""));
  }
}
