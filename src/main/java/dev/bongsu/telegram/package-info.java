/// Telegram.
///
/// `TelegramPoller`, run by `TelegramLoop`, stores updates in the inbox; `TelegramSender` sends
/// alerts and replies; `TelegramRequests` shows what would be sent. Every call goes through
/// `TelegramApi`, which returns every outcome as a value.
///
/// May import `storage`, `chat`, `inbox`, `http`, `delivery`, `conversation`.
@ApplicationModule(
    allowedDependencies = {"storage", "chat", "inbox", "http", "delivery", "conversation"})
@NullMarked
package dev.bongsu.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
