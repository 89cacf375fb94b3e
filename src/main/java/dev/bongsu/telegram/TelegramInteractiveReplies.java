package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.ReplyMode;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/// Answers to presses of buttons, and answers that take the place of a message.
final class TelegramInteractiveReplies {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramInteractiveReplies.class);

  /// Characters of a note (Bot API, `answerCallbackQuery`).
  private static final int MAX_NOTE_LENGTH = 200;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final String NOT_MODIFIED = "message is not modified";

  private final TelegramApi api;

  TelegramInteractiveReplies(TelegramApi api) {
    this.api = api;
  }

  /// Answers as the manner says.
  ///
  /// @return Telegram's word; empty if the answer is to be sent as a new message
  Optional<ApiResult> tryReply(ChatId chat, Message.Text text) {
    ReplyMode manner = text.mode();
    if (!manner.callback().isEmpty()) {
      acknowledge(text);
    }
    if (manner.kind() == ReplyMode.Kind.NOTE && !manner.callback().isEmpty()) {
      return Optional.of(TelegramApi.EMPTY_OK);
    }
    return manner.editedMessageId().isEmpty() ? Optional.empty() : edit(chat, text);
  }

  /// The button stops waiting. Late or twice, Telegram takes it no more; nothing hangs on that.
  private void acknowledge(Message.Text text) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(text.mode().callback());
    if (text.mode().kind() == ReplyMode.Kind.NOTE) {
      answer.setText(TelegramMarkup.PLAIN.truncate(text.text(), MAX_NOTE_LENGTH));
    }
    if (api.call(answer) instanceof ApiResult.Failed failed) {
      LOG.debug("A press was not acknowledged: {}", failed.reason());
    }
  }

  private Optional<ApiResult> edit(ChatId chat, Message.Text text) {
    List<TelegramRequests.RichAndPlain> requests = TelegramRequests.of(chat, text);
    if (requests.size() != 1 || !text.mode().editedMessageId().matches("\\d{1,9}")) {
      return Optional.empty();
    }
    ApiResult answer = api.call(edit(text.mode().editedMessageId(), requests.getFirst().rich()));
    return switch (answer) {
      case ApiResult.Ok _ -> Optional.of(answer);
      case ApiResult.Failed failed when failed.reason().contains(NOT_MODIFIED) ->
          Optional.of(TelegramApi.EMPTY_OK);
      case ApiResult.Failed failed when isRetryable(failed.code()) -> Optional.of(failed);
      case ApiResult.Failed failed -> {
        LOG.debug("A message of ours in {} cannot be changed: {}", chat, failed.reason());
        yield Optional.empty();
      }
    };
  }

  /// No answer, or none for now; what is refused for good becomes a new message.
  private static boolean isRetryable(int code) {
    return code == 0 || code == TOO_MANY_REQUESTS || code >= SERVER_ERROR;
  }

  private static EditMessageText edit(String message, SendMessage instead) {
    return EditMessageText.builder()
        .chatId(instead.getChatId())
        .messageId(Integer.valueOf(message))
        .text(instead.getText())
        .parseMode(instead.getParseMode())
        .linkPreviewOptions(instead.getLinkPreviewOptions())
        .replyMarkup((InlineKeyboardMarkup) instead.getReplyMarkup())
        .build();
  }
}
