package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatSender;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/// Sends messages to Telegram.
///
/// An answer in several parts is one send: if a later part fails for now, all of it is sent again.
/// Parts may then come twice; none is lost.
public final class TelegramSender implements ChatSender {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramSender.class);

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
  public SendResult send(ChatId chat, Message message) {
    if (message instanceof Message.Text text) {
      Optional<Answer> answer = manners.answer(chat, text);
      if (answer.isPresent()) {
        return result(answer.get());
      }
    }
    SendResult result = new SendResult.Refused("there is nothing to show");
    for (TelegramRequests.Request request : TelegramRequests.of(chat, message)) {
      result = send(chat, request);
      if (!(result instanceof SendResult.Sent)) {
        return result;
      }
    }
    return result;
  }

  private SendResult send(ChatId chat, TelegramRequests.Request request) {
    Answer answer = api.call(request.rich());
    if (answer instanceof Answer.Failed failed && failed.kind() == Failure.MARKUP) {
      return sendPlain(chat, request.plain(), failed);
    }
    return result(answer);
  }

  private SendResult sendPlain(ChatId chat, SendMessage plain, Answer.Failed failed) {
    SendResult result = result(api.call(plain));
    LOG.warn(
        "Our mistake: Telegram did not understand a message to {} ({}); as plain text: {}",
        chat,
        failed.reason(),
        result);
    return result;
  }

  private static SendResult result(Answer answer) {
    return switch (answer) {
      case Answer.Ok(var message) -> new SendResult.Sent(message.path("message_id").asString(""));
      case Answer.Failed failed -> result(failed);
    };
  }

  private static SendResult result(Answer.Failed failed) {
    return switch (failed.kind()) {
      case TRANSIENT, TOKEN, CONFLICT -> new SendResult.Later(failed.reason());
      case MARKUP, CHAT_GONE, PERMANENT -> new SendResult.Refused(failed.reason());
    };
  }
}
