package dev.bongsu.telegram;

import java.util.List;
import java.util.Locale;

/// What a failed call means for us, read from code and description: Telegram changes some server
/// errors with 403 into 400, so the code alone does not tell.
public enum Failure {
  /// Too many requests, or trouble that passes: no connection, no readable answer, 5xx.
  TRANSIENT,
  /// The token is refused, and will be until the operator gives another.
  TOKEN,
  /// Somebody else fetches this bot's updates.
  CONFLICT,
  /// Our markup or our button was not understood.
  MARKUP,
  /// The bot may not write to this chat, or the chat is gone.
  CHAT_GONE,
  /// The request itself is refused, and would be again.
  PERMANENT;

  /// The first row that fits decides; what fits none is permanent for 4xx and transient else.
  private static final List<Row> TABLE =
      List.of(
          new Row(429, "", TRANSIENT),
          new Row(401, "", TOKEN),
          new Row(409, "", CONFLICT),
          // A method or a token's shape that this server does not know: a wrong api-url, mostly.
          new Row(404, "", TRANSIENT),
          new Row(408, "", TRANSIENT),
          new Row(403, "", CHAT_GONE),
          new Row(400, "upgraded to a supergroup", TRANSIENT),
          new Row(400, "chat not found", CHAT_GONE),
          new Row(400, "chat_write_forbidden", CHAT_GONE),
          new Row(400, "not enough rights", CHAT_GONE),
          new Row(400, "have no rights", CHAT_GONE),
          new Row(400, "kicked", CHAT_GONE),
          new Row(400, "deactivated", CHAT_GONE),
          new Row(400, "topic_closed", CHAT_GONE),
          new Row(400, "thread not found", CHAT_GONE),
          new Row(400, "parse entities", MARKUP),
          new Row(400, "entity", MARKUP),
          new Row(400, "entities", MARKUP),
          new Row(400, "button", MARKUP),
          new Row(400, "keyboard", MARKUP),
          new Row(400, "reply markup", MARKUP),
          new Row(400, "reply_markup", MARKUP),
          new Row(400, "wrong http url", MARKUP),
          new Row(400, "url", MARKUP));

  static Failure of(int code, String description) {
    String lower = description.toLowerCase(Locale.ROOT);
    return TABLE.stream()
        .filter(row -> row.code() == code && lower.contains(row.words()))
        .findFirst()
        .map(Row::meaning)
        .orElse(code >= 400 && code < 500 ? PERMANENT : TRANSIENT);
  }

  /// @param words in lower case; blank fits every description
  private record Row(int code, String words, Failure meaning) {}
}
