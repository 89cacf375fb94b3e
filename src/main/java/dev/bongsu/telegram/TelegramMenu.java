package dev.bongsu.telegram;

import dev.bongsu.conversation.CommandMenu;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/// Tells Telegram which commands to offer: in English to everybody, in Korean to those who read it.
/// For one thread.
final class TelegramMenu {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramMenu.class);

  private final TelegramApi api;
  private final Backoff backoff = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));
  private final Deque<SetMyCommands> open =
      new ArrayDeque<>(List.of(commands(Locale.ENGLISH, null), commands(Locale.KOREAN, "ko")));
  private Instant due = Instant.MIN;

  TelegramMenu(TelegramApi api) {
    this.api = api;
  }

  /// Sets what is not set yet, if it is time for another try.
  void offer(Instant now) {
    while (!open.isEmpty() && !now.isBefore(due)) {
      switch (api.call(open.getFirst())) {
        case Answer.Ok _ -> open.removeFirst();
        case Answer.Failed failed -> {
          due = now.plus(backoff.next());
          LOG.info("Telegram's command menu is not set yet: {}; next try {}", failed.reason(), due);
        }
      }
    }
  }

  private static SetMyCommands commands(Locale language, @Nullable String code) {
    List<BotCommand> commands =
        CommandMenu.in(language).stream()
            .map(item -> new BotCommand(item.name(), item.description()))
            .toList();
    SetMyCommands menu = new SetMyCommands(commands);
    menu.setLanguageCode(code);
    return menu;
  }
}
