package dev.bongsu.telegram;

import dev.bongsu.chat.Button;
import dev.bongsu.chat.WebLink;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Rows of buttons as Telegram takes them.
final class TelegramKeyboard {
  private TelegramKeyboard() {}

  static InlineKeyboardMarkup of(List<List<Button>> rows) {
    return new InlineKeyboardMarkup(
        rows.stream()
            .map(row -> row.stream().flatMap(button -> button(button).stream()).toList())
            .filter(row -> !row.isEmpty())
            .map(InlineKeyboardRow::new)
            .toList());
  }

  /// Empty for a link that is neither http nor https.
  private static Optional<InlineKeyboardButton> button(Button button) {
    InlineKeyboardButton made =
        new InlineKeyboardButton(TelegramMarkup.PLAIN.escape(button.label()));
    URI link = button.link();
    if (link == null) {
      made.setCallbackData(button.payload());
      return Optional.of(made);
    }
    Optional<String> address = WebLink.of(link);
    address.ifPresent(made::setUrl);
    return address.map(_ -> made);
  }
}
