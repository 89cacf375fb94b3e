package dev.bongsu.testkit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The buttons below a message, and what comes when one is pressed.
final class TelegramButtons {
  private TelegramButtons() {}

  static List<ShownButton> of(JsonNode message) {
    List<ShownButton> shown = new ArrayList<>();
    for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
      row.forEach(
          button ->
              shown.add(
                  new ShownButton(
                      button.path("text").asString(""),
                      button.path("callback_data").asString(""))));
    }
    return shown;
  }

  /// The update of a press.
  static String callbackUpdate(
      String id, FakeTelegram.SentMessage message, String data, long person) {
    return """
    {"callback_query": {"id": "%s", "data": %s, "chat_instance": "1",
      "from": {"id": %d, "is_bot": false, "first_name": "S", "language_code": "en"},
      "message": {"message_id": %d, "date": 1772409600,
        "chat": {"id": %s, "type": "%s"}}}}
    """
        .formatted(
            id,
            JsonMapper.shared().writeValueAsString(data),
            person,
            message.id(),
            message.chat(),
            message.chat().startsWith("-") ? "supergroup" : "private");
  }

  /// A button as it is shown.
  ///
  /// @param data blank for a link
  record ShownButton(String label, String data) {}
}
