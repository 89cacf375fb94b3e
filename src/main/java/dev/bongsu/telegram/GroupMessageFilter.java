package dev.bongsu.telegram;

import dev.bongsu.conversation.CommandMenu;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the messages to the bot in a group or channel; ignores the rest.
final class GroupMessageFilter {
  private static final Pattern COMMAND =
      Pattern.compile("/([\\p{L}\\p{N}_]+)(?:@(\\w+))?(?=\\s|$)(.*)", Pattern.DOTALL);
  private static final Pattern MENTION =
      Pattern.compile("@(\\w+)[,:]?(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern FIRST_WORD = Pattern.compile("([\\p{L}\\p{N}_]+)(?=\\s|$)");
  private static final String HELP = "/help";

  private GroupMessageFilter() {}

  /// The message as it would be in a private chat; empty if it is not for the bot.
  ///
  /// `/name@bot …` is for the bot with the name after the `@`; `/name …` is ours if we have such a
  /// command, because other bots receive it too; `@bot name …` is a command, `@bot` alone is help.
  static Optional<String> textForBot(String text, BotIdentity bot) {
    String said = text.strip();
    Matcher command = COMMAND.matcher(said);
    if (command.matches()) {
      return command(command, bot);
    }
    Matcher mention = MENTION.matcher(said);
    boolean ours = mention.matches() && mention.group(1).equalsIgnoreCase(bot.username());
    return ours ? Optional.of(commandFromMention(mention.group(2))) : Optional.empty();
  }

  private static Optional<String> command(Matcher command, BotIdentity bot) {
    String name = command.group(1);
    String receiver = command.group(2);
    boolean ours =
        receiver == null ? CommandMenu.isCommand(name) : receiver.equalsIgnoreCase(bot.username());
    return ours ? Optional.of("/" + name + command.group(3)) : Optional.empty();
  }

  private static String commandFromMention(@Nullable String rest) {
    if (rest == null || rest.isBlank()) {
      return HELP;
    }
    String command = rest.strip();
    Matcher word = FIRST_WORD.matcher(command);
    return word.lookingAt() && CommandMenu.isCommand(word.group(1)) ? "/" + command : command;
  }
}
