package dev.bongsu.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A parsed message.
sealed interface Command {

  /// A known command.
  ///
  /// @param arguments the text after its name, as typed
  record Known(CommandName name, String arguments) implements Command {}

  /// An unknown command.
  ///
  /// @param name in lower case
  record Unknown(String name) implements Command {}

  /// A text without a command.
  record NotACommand() implements Command {}

  /// A slash, a name, perhaps `@` and the bot's name, and the rest as typed.
  Pattern SLASH_COMMAND =
      Pattern.compile(
          "%1$s*[/／]([\\p{L}\\p{N}_]+)(?:@\\w+)?(?:%1$s+(.*))?".formatted(InputText.WHITESPACE),
          Pattern.DOTALL);

  /// A word that may be a command's name, and the rest.
  Pattern BARE_COMMAND =
      Pattern.compile(
          "%1$s*([\\p{L}\\p{N}]{1,20})(?:%1$s+(.*))?".formatted(InputText.WHITESPACE),
          Pattern.DOTALL);

  /// Parses a text; never fails.
  ///
  /// Without a slash, a Korean name at the beginning is a command (`구독 사이버안보`), but an English one
  /// only if it stands alone: too many sentences begin with `list`.
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
