package dev.bongsu.telegram;

import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.SendResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What Telegram's answer to a send means, read from code and description: Telegram changes some
/// server errors with 403 into 400 (`Bad Request: CHAT_WRITE_FORBIDDEN`), so the code alone does
/// not tell.
///
/// Source: the descriptions of the Bot API server (`telegram-bot-api/Client.cpp`).
final class SendVerdict {
  private static final Duration UNTOLD = Duration.ofSeconds(30);

  /// "At once" is not taken at its word.
  private static final Duration LEAST = Duration.ofSeconds(1);

  /// How a wait is told in words: where `parameters` are missing, and of MTProto's own errors.
  private static final Pattern WAIT =
      Pattern.compile("(?:retry after|flood_wait_|wait_) ?(\\d{1,9})");

  private static final Set<Integer> TOO_MANY = Set.of(420, 429);

  /// The first row that fits decides.
  private static final List<Row> TABLE =
      List.of(
          row(401, "", SendResult.TokenDead::new),
          // This server serves the bot no more until it is logged in here again.
          row(400, "logged out", SendResult.TokenDead::new),
          // A method or a token's shape that this server does not know: a wrong api-url, mostly.
          row(404, "", SendResult.NotReached::new),
          row(408, "", SendResult.Later::new),
          row(409, "", SendResult.Later::new),
          gone(403, "blocked", GoneReason.BLOCKED),
          gone(403, "initiate conversation", GoneReason.BLOCKED),
          gone(403, "deactivated", GoneReason.DEACTIVATED),
          gone(403, "deleted", GoneReason.DELETED),
          gone(403, "kicked", GoneReason.NOT_MEMBER),
          gone(403, "not a member", GoneReason.NOT_MEMBER),
          gone(403, "", GoneReason.FORBIDDEN),
          gone(400, "chat not found", GoneReason.UNKNOWN),
          gone(400, "user not found", GoneReason.UNKNOWN),
          gone(400, "peer_id_invalid", GoneReason.UNKNOWN),
          gone(400, "chat_id_invalid", GoneReason.UNKNOWN),
          gone(400, "channel_invalid", GoneReason.UNKNOWN),
          gone(400, "user_id_invalid", GoneReason.UNKNOWN),
          gone(400, "topic_closed", GoneReason.TOPIC),
          gone(400, "topic closed", GoneReason.TOPIC),
          gone(400, "topic_deleted", GoneReason.TOPIC),
          gone(400, "topic_id_invalid", GoneReason.TOPIC),
          gone(400, "thread not found", GoneReason.TOPIC),
          gone(400, "invalid message thread", GoneReason.TOPIC),
          gone(400, "message_thread_invalid", GoneReason.TOPIC),
          gone(400, "user_is_blocked", GoneReason.BLOCKED),
          gone(400, "blocked by the user", GoneReason.BLOCKED),
          gone(400, "deactivated", GoneReason.DEACTIVATED),
          gone(400, "chat was deleted", GoneReason.DELETED),
          gone(400, "kicked", GoneReason.NOT_MEMBER),
          gone(400, "not a member", GoneReason.NOT_MEMBER),
          gone(400, "user_not_participant", GoneReason.NOT_MEMBER),
          gone(400, "channel_private", GoneReason.NOT_MEMBER),
          gone(400, "_forbidden", GoneReason.FORBIDDEN),
          gone(400, "user_banned_in_channel", GoneReason.FORBIDDEN),
          gone(400, "privacy_", GoneReason.FORBIDDEN),
          gone(400, "payment_required", GoneReason.FORBIDDEN),
          gone(400, "user_is_bot", GoneReason.FORBIDDEN),
          gone(400, "messages to bots", GoneReason.FORBIDDEN),
          gone(400, "chat_restricted", GoneReason.FORBIDDEN),
          gone(400, "admin_required", GoneReason.FORBIDDEN),
          gone(400, "administrator rights", GoneReason.FORBIDDEN),
          gone(400, "not enough rights", GoneReason.FORBIDDEN),
          gone(400, "have no rights", GoneReason.FORBIDDEN),
          // The group's new number is told apart from the words; without it, time must tell.
          row(400, "upgraded to a supergroup", SendResult.Later::new));

  private SendVerdict() {}

  /// @param answer as it came, with `error_code`, `description` and perhaps `parameters`
  /// @param reason for the operator
  static SendResult of(JsonNode answer, String reason) {
    int code = answer.path("error_code").asInt(0);
    JsonNode parameters = answer.path("parameters");
    if (parameters.path("migrate_to_chat_id").isIntegralNumber()) {
      return new SendResult.ChatMoved(parameters.path("migrate_to_chat_id").asString(""));
    }
    String words = answer.path("description").asString("").toLowerCase(Locale.ROOT);
    if (TOO_MANY.contains(code) || words.contains("slowmode_wait")) {
      return new SendResult.TooMany(reason, pause(parameters.path("retry_after"), words));
    }
    return TABLE.stream()
        .filter(row -> row.code() == code && words.contains(row.words()))
        .findFirst()
        .map(row -> row.verdict().apply(reason))
        .orElseGet(() -> other(code, reason));
  }

  private static Duration pause(JsonNode told, String words) {
    if (told.isNumber()) {
      Duration wait = Duration.ofSeconds((long) told.asDouble(0));
      return wait.compareTo(LEAST) < 0 ? LEAST : wait;
    }
    Matcher wait = WAIT.matcher(words);
    return wait.find() ? Duration.ofSeconds(Math.max(1, Long.parseLong(wait.group(1)))) : UNTOLD;
  }

  /// What is refused in words we do not know may be our markup: it is tried once without.
  private static SendResult other(int code, String reason) {
    return code >= 400 && code < 500
        ? new SendResult.Misunderstood(reason)
        : new SendResult.Later(reason);
  }

  private static Row row(int code, String words, Function<String, SendResult> verdict) {
    return new Row(code, words, verdict);
  }

  private static Row gone(int code, String words, GoneReason why) {
    return row(code, words, reason -> new SendResult.ChatGone(why, reason));
  }

  /// @param words in lower case; blank fits every description
  private record Row(int code, String words, Function<String, SendResult> verdict) {}
}
