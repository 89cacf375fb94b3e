package dev.bongsu.conversation;

import dev.bongsu.chat.Translations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The commands for a platform's menu.
public final class CommandMenu {
  private CommandMenu() {}

  /// All commands that are for everybody, in the order of their use.
  public static List<Item> in(Locale language) {
    Translations wording = Translations.in(language);
    return Arrays.stream(CommandName.values())
        .filter(name -> !name.isForOwners())
        .map(name -> new Item(name.english(), wording.text("menu." + name.english())))
        .toList();
  }

  /// Whether there is a command of this name, in any language and letter case.
  public static boolean isCommand(String name) {
    return CommandName.of(name).isPresent();
  }

  /// One command.
  ///
  /// @param name of `a-z`, `0-9` and `_`, without the slash
  /// @param description in a few words
  public record Item(String name, String description) {}
}
