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

/// Replies to button presses, and replies that replace a message.
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

  /// Replies as the mode says.
  ///
  /// @return Telegram's answer; empty if the reply must be sent as a new message
  Optional<ApiResult> tryReply(ChatId chat, Message.Text text) {
    ReplyMode mode = text.mode();
    if (!mode.callback().isEmpty()) {
      acknowledge(text);
    }
    if (mode.kind() == ReplyMode.Kind.NOTE && !mode.callback().isEmpty()) {
      return Optional.of(TelegramApi.EMPTY_OK);
    }
    return mode.editedMessageId().isEmpty() ? Optional.empty() : edit(chat, text);
  }

  /// Stops the button's progress indicator. Telegram rejects a late or second call, which does no
  /// harm.
  private void acknowledge(Message.Text text) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(text.mode().callback());
    if (text.mode().kind() == ReplyMode.Kind.NOTE) {
      answer.setText(TelegramMarkup.PLAIN.truncate(text.text(), MAX_NOTE_LENGTH));
    }
    if (api.call(answer) instanceof ApiResult.Failed failed) {
      LOG.debug("answerCallbackQuery failed: {}", failed.reason());
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
        LOG.debug("editMessageText failed in {}, sending a new message: {}", chat, failed.reason());
        yield Optional.empty();
      }
    };
  }

  /// Whether to retry the edit; if it is rejected for good, the reply becomes a new message.
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
