/// Telegram.
///
/// `TelegramPoller` fetches what was said and hands it to the inbox, turned by `TelegramLoop`;
/// `TelegramSender` sends alerts and replies; `TelegramRequests` shows what would be sent. Every
/// call goes through `TelegramApi`, which makes a value of every answer.
///
/// May import `storage`, `chat`, `inbox`, `delivery`, `conversation`.
@ApplicationModule(allowedDependencies = {"storage", "chat", "inbox", "delivery", "conversation"})
@NullMarked
package dev.bongsu.telegram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
