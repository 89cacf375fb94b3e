package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Manner;
import dev.bongsu.chat.Message;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/// Answers to presses of buttons, and answers that take the place of a message.
final class TelegramManners {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramManners.class);

  /// Characters of a note (Bot API, `answerCallbackQuery`).
  private static final int NOTE = 200;

  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final String SAME = "message is not modified";

  private final TelegramApi api;

  TelegramManners(TelegramApi api) {
    this.api = api;
  }

  /// Answers as the manner says.
  ///
  /// @return Telegram's word; empty if the answer is to be sent as a new message
  Optional<Answer> answer(ChatId chat, Message.Text text) {
    Manner manner = text.manner();
    if (!manner.press().isEmpty()) {
      acknowledge(text);
    }
    if (manner.kind() == Manner.Kind.NOTE && !manner.press().isEmpty()) {
      return Optional.of(TelegramApi.NOTHING);
    }
    return manner.edits().isEmpty() ? Optional.empty() : edit(chat, text);
  }

  /// The button stops waiting. Late or twice, Telegram takes it no more; nothing hangs on that.
  private void acknowledge(Message.Text text) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(text.manner().press());
    if (text.manner().kind() == Manner.Kind.NOTE) {
      answer.setText(Markup.PLAIN.within(text.text(), NOTE));
    }
    if (api.call(answer) instanceof Answer.Failed failed) {
      LOG.debug("A press was not acknowledged: {}", failed.reason());
    }
  }

  private Optional<Answer> edit(ChatId chat, Message.Text text) {
    List<TelegramRequests.Request> requests = TelegramRequests.of(chat, text);
    if (requests.size() != 1 || !text.manner().edits().matches("\\d{1,9}")) {
      return Optional.empty();
    }
    Answer answer = api.call(edit(text.manner().edits(), requests.getFirst().rich()));
    return switch (answer) {
      case Answer.Ok _ -> Optional.of(answer);
      case Answer.Failed failed when failed.reason().contains(SAME) ->
          Optional.of(TelegramApi.NOTHING);
      case Answer.Failed failed when mayHelpLater(failed.code()) -> Optional.of(failed);
      case Answer.Failed failed -> {
        LOG.debug("A message of ours in {} cannot be changed: {}", chat, failed.reason());
        yield Optional.empty();
      }
    };
  }

  /// No answer, or none for now; what is refused for good becomes a new message.
  private static boolean mayHelpLater(int code) {
    return code == 0 || code == TOO_MANY || code >= SERVER_ERROR;
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
