package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import java.util.List;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/// Sends messages to Telegram.
public final class TelegramSender implements ChatSender {
  private final TelegramApi api;

  public TelegramSender(TelegramApi api) {
    this.api = api;
  }

  @Override
  public Platform platform() {
    return Platform.TELEGRAM;
  }

  @Override
  public String account() {
    return api.account();
  }

  @Override
  public List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain) {
    return TelegramRequests.of(chat, message).stream()
        .map(request -> plain ? request.plain() : request.rich())
        .<Supplier<SendResult>>map(request -> () -> send(request))
        .toList();
  }

  private SendResult send(SendMessage request) {
    return switch (api.call(request)) {
      case Answer.Ok(var message) -> new SendResult.Sent(message.path("message_id").asString(""));
      case Answer.Failed failed -> failed.ofSend();
    };
  }
}
