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
final class TelegramCommandMenu {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramCommandMenu.class);

  private final TelegramApi api;
  private final Backoff backoff = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));
  private final Deque<SetMyCommands> pending =
      new ArrayDeque<>(List.of(commands(Locale.ENGLISH, null), commands(Locale.KOREAN, "ko")));
  private Instant nextAttempt = Instant.MIN;

  TelegramCommandMenu(TelegramApi api) {
    this.api = api;
  }

  /// Sets what is not set yet, if it is time for another try.
  void setIfDue(Instant now) {
    while (!pending.isEmpty() && !now.isBefore(nextAttempt)) {
      switch (api.call(pending.getFirst())) {
        case ApiResult.Ok _ -> pending.removeFirst();
        case ApiResult.Failed failed -> {
          nextAttempt = now.plus(backoff.next());
          LOG.info(
              "Telegram's command menu is not set yet: {}; next try {}",
              failed.reason(),
              nextAttempt);
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
