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

/// Sets the command menu at Telegram: in Korean for Korean users, in English for everybody else.
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

  /// Sets the menus that are not set yet, if the next attempt is due.
  void setIfDue(Instant now) {
    while (!pending.isEmpty() && !now.isBefore(nextAttempt)) {
      switch (api.call(pending.getFirst())) {
        case ApiResult.Ok _ -> pending.removeFirst();
        case ApiResult.Failed failed -> {
          nextAttempt = now.plus(backoff.next());
          LOG.info("setMyCommands failed: {}; next attempt {}", failed.reason(), nextAttempt);
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
