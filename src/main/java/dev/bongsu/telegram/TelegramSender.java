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
  private final TelegramInteractiveReplies interactiveReplies;

  public TelegramSender(TelegramApi api) {
    this.api = api;
    this.interactiveReplies = new TelegramInteractiveReplies(api);
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
  public boolean isReachable() {
    return switch (api.getMe()) {
      case ApiResult.Ok _ -> true;
      case ApiResult.Failed failed -> failed.provesAvailable();
    };
  }

  @Override
  public List<Supplier<SendResult>> prepare(ChatId chat, Message message, boolean plain) {
    List<Supplier<SendResult>> sends =
        TelegramRequests.of(chat, message).stream()
            .map(request -> plain ? request.plain() : request.rich())
            .<Supplier<SendResult>>map(request -> () -> toSendResult(api.call(request)))
            .toList();
    return message instanceof Message.Text text && !plain && !text.mode().isNewMessage()
        ? withInteractiveReply(chat, text, sends)
        : sends;
  }

  /// Makes the first send as the mode says, or as a new message if Telegram rejects that.
  private List<Supplier<SendResult>> withInteractiveReply(
      ChatId chat, Message.Text text, List<Supplier<SendResult>> sends) {
    List<Supplier<SendResult>> replies = new ArrayList<>(sends);
    Supplier<SendResult> first = sends.getFirst();
    replies.set(
        0,
        () ->
            interactiveReplies
                .tryReply(chat, text)
                .map(TelegramSender::toSendResult)
                .orElseGet(first));
    return replies;
  }

  private static SendResult toSendResult(ApiResult answer) {
    return switch (answer) {
      case ApiResult.Ok(var message) ->
          new SendResult.Sent(message.path("message_id").asString(""));
      case ApiResult.Failed failed -> failed.sendResult();
    };
  }
}
