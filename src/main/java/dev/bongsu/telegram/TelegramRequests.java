package dev.bongsu.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Translations;
import dev.bongsu.chat.WebLink;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;

/// The requests that send a message to Telegram.
public final class TelegramRequests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TelegramRequests() {}

  /// The bodies of the `sendMessage` requests for a message, as JSON, in order: one for an alert,
  /// one or more for an answer.
  public static List<String> requestBodies(ChatId chat, Message message) {
    return of(chat, message).stream().map(request -> json(request.rich())).toList();
  }

  static List<RichAndPlain> of(ChatId chat, Message message) {
    return switch (message) {
      case Message.Text text -> reply(chat, text);
      case Message.Alert alert -> List.of(alert(chat, alert));
      case Message.Digest digest ->
          TelegramText.pages(digest).stream()
              .map(
                  page ->
                      richAndPlain(
                          chat,
                          TelegramText.of(digest, page, TelegramMarkup.HTML),
                          TelegramText.of(digest, page, TelegramMarkup.PLAIN)))
              .toList();
    };
  }

  /// The buttons stand below the last part.
  private static List<RichAndPlain> reply(ChatId chat, Message.Text text) {
    List<RichAndPlain> requests =
        TelegramText.split(text.text()).stream()
            .map(
                part ->
                    richAndPlain(
                        chat, TelegramMarkup.HTML.escape(part), TelegramMarkup.PLAIN.escape(part)))
            .toList();
    if (!requests.isEmpty() && !text.buttons().isEmpty()) {
      requests.getLast().rich().setReplyMarkup(TelegramKeyboard.of(text.buttons()));
    }
    return requests;
  }

  private static RichAndPlain alert(ChatId chat, Message.Alert alert) {
    RichAndPlain request =
        richAndPlain(
            chat,
            TelegramText.of(alert, TelegramMarkup.HTML),
            TelegramText.of(alert, TelegramMarkup.PLAIN));
    List<List<Button>> buttons = new ArrayList<>();
    if (WebLink.of(alert.link()).isPresent()) {
      String label = Translations.in(alert.locale().language()).text("alert.read");
      buttons.add(List.of(Button.ofLink(label, alert.link())));
    }
    buttons.addAll(alert.presentation().buttons());
    if (!buttons.isEmpty()) {
      request.rich().setReplyMarkup(TelegramKeyboard.of(buttons));
    }
    for (SendMessage each : List.of(request.rich(), request.plain())) {
      each.setDisableNotification(alert.presentation().silent() ? true : null);
      each.getLinkPreviewOptions().setIsDisabled(!alert.presentation().preview());
    }
    return request;
  }

  private static RichAndPlain richAndPlain(ChatId chat, String html, String plain) {
    SendMessage rich = message(chat, html);
    rich.setParseMode("HTML");
    return new RichAndPlain(rich, message(chat, plain));
  }

  private static SendMessage message(ChatId chat, String text) {
    SendMessage message = new SendMessage(chat.channel(), text);
    message.setLinkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
    if (!chat.thread().isEmpty()) {
      message.setMessageThreadId(Integer.valueOf(chat.thread()));
    }
    return message;
  }

  private static String json(SendMessage message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
  }

  /// One message to send.
  ///
  /// @param rich with markup and button
  /// @param plain the same without either, in case Telegram rejects the first
  record RichAndPlain(SendMessage rich, SendMessage plain) {}
}
