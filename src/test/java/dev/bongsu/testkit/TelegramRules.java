package dev.bongsu.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What Telegram demands of a message.
public final class TelegramRules {
  private static final int MAX_MESSAGE_CHARACTERS = 4096;
  private static final int MAX_CALLBACK_DATA_BYTES = 64;
  private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
  private static final int MAX_COMMANDS = 100;
  private static final int MAX_DESCRIPTION_CHARACTERS = 256;

  private TelegramRules() {}

  /// The text that people see.
  ///
  /// @throws IllegalArgumentException with Telegram's words, if it would refuse the message
  public static String check(JsonNode message) {
    String raw = message.path("text").asString("");
    require(isValidUnicode(raw), "strings must be encoded in UTF-8");
    String mode = message.path("parse_mode").asString("");
    require(mode.isEmpty() || mode.equals("HTML"), "unsupported parse_mode");
    String text = mode.isEmpty() ? raw : TelegramHtml.text(raw);
    require(!text.isBlank(), "message text is empty");
    require(text.length() <= MAX_MESSAGE_CHARACTERS, "message is too long");
    for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
      row.forEach(TelegramRules::checkButton);
    }
    return text;
  }

  private static void checkButton(JsonNode button) {
    require(!button.path("text").asString("").isBlank(), "BUTTON_TEXT_INVALID");
    if (button.has("callback_data") && !button.path("callback_data").isNull()) {
      String data = button.path("callback_data").asString("");
      int bytes = data.getBytes(StandardCharsets.UTF_8).length;
      require(bytes >= 1 && bytes <= MAX_CALLBACK_DATA_BYTES, "BUTTON_DATA_INVALID");
      return;
    }
    String url = button.path("url").asString("");
    require(
        isWebUrl(url), "inline keyboard button URL '%s' is invalid: Wrong HTTP URL".formatted(url));
  }

  private static boolean isWebUrl(String url) {
    try {
      URI address = URI.create(url);
      String host = Optional.ofNullable(address.getHost()).orElse("");
      return Pattern.matches("https?", String.valueOf(address.getScheme())) && host.contains(".");
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  static void checkCommands(JsonNode menu) {
    JsonNode commands = menu.path("commands");
    require(!commands.isEmpty() && commands.size() <= MAX_COMMANDS, "BOT_COMMANDS_TOO_MUCH");
    for (JsonNode command : commands) {
      boolean named = COMMAND.matcher(command.path("command").asString("")).matches();
      require(named, "BOT_COMMAND_INVALID");
      String description = command.path("description").asString("");
      boolean described =
          !description.isBlank() && description.length() <= MAX_DESCRIPTION_CHARACTERS;
      require(described, "BOT_COMMAND_DESCRIPTION_INVALID");
    }
  }

  private static boolean isValidUnicode(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static void require(boolean fulfilled, String words) {
    if (!fulfilled) {
      throw new IllegalArgumentException("Bad Request: " + words);
    }
  }
}
