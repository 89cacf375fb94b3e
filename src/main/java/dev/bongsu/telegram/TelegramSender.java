package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Sends messages to Telegram.
public final class TelegramSender implements ChatSender {
  private final TelegramApi api;
  private final TelegramManners manners;

  public TelegramSender(TelegramApi api) {
    this.api = api;
    this.manners = new TelegramManners(api);
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
  public boolean answers() {
    return switch (api.getMe()) {
      case Answer.Ok _ -> true;
      case Answer.Failed failed -> failed.isAnswer();
    };
  }

  @Override
  public List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain) {
    List<Supplier<SendResult>> sends =
        TelegramRequests.of(chat, message).stream()
            .map(request -> plain ? request.plain() : request.rich())
            .<Supplier<SendResult>>map(request -> () -> result(api.call(request)))
            .toList();
    return message instanceof Message.Text text && !plain && !text.manner().isPlain()
        ? mannered(chat, text, sends)
        : sends;
  }

  /// The first send is made as the manner says; if Telegram will not have it so, it is a message.
  private List<Supplier<SendResult>> mannered(
      ChatId chat, Message.Text text, List<Supplier<SendResult>> sends) {
    List<Supplier<SendResult>> mannered = new ArrayList<>(sends);
    Supplier<SendResult> first = sends.getFirst();
    mannered.set(0, () -> manners.answer(chat, text).map(TelegramSender::result).orElseGet(first));
    return mannered;
  }

  private static SendResult result(Answer answer) {
    return switch (answer) {
      case Answer.Ok(var message) -> new SendResult.Sent(message.path("message_id").asString(""));
      case Answer.Failed failed -> failed.ofSend();
    };
  }
}
