package dev.bongsu.telegram;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.WebLink;
import java.net.URI;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Rows of buttons as Telegram takes them.
final class TelegramKeyboard {
  private TelegramKeyboard() {}

  static InlineKeyboardMarkup of(List<List<Button>> rows) {
    return new InlineKeyboardMarkup(
        rows.stream()
            .map(row -> new InlineKeyboardRow(row.stream().map(TelegramKeyboard::button).toList()))
            .toList());
  }

  private static InlineKeyboardButton button(Button button) {
    InlineKeyboardButton made =
        new InlineKeyboardButton(TelegramMarkup.PLAIN.escape(button.label()));
    URI link = button.link();
    if (link == null) {
      made.setCallbackData(button.payload());
    } else {
      made.setUrl(WebLink.of(link).orElseGet(link::toString));
    }
    return made;
  }
}
