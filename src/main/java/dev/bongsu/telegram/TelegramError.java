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

/// What Telegram's answer to a send means, read from code and description: Telegram turns some
/// server errors with 403 into 400 (`Bad Request: CHAT_WRITE_FORBIDDEN`), so the code alone is not
/// enough.
///
/// Source: the descriptions of the Bot API server (`telegram-bot-api/Client.cpp`).
final class TelegramError {
  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(30);

  /// A wait of 0 s is raised to this.
  private static final Duration MIN_RETRY_AFTER = Duration.ofSeconds(1);

  /// The wait in a description: without `parameters`, and in errors of MTProto.
  private static final Pattern RETRY_AFTER_TEXT =
      Pattern.compile("(?:retry after|flood_wait_|wait_) ?(\\d{1,9})");

  private static final Set<Integer> RATE_LIMIT_CODES = Set.of(420, 429);

  /// The first row that fits decides.
  private static final List<Row> RESULTS_BY_ERROR =
      List.of(
          row(401, "", SendResult.TokenRejected::new),
          // The bot must log in at this server again.
          row(400, "logged out", SendResult.TokenRejected::new),
          // A method or a token's shape that this server does not know: a wrong api-url, mostly.
          row(404, "", SendResult.Unreachable::new),
          row(408, "", SendResult.TemporaryFailure::new),
          row(409, "", SendResult.TemporaryFailure::new),
          chatGone(403, "blocked", GoneReason.BLOCKED),
          chatGone(403, "initiate conversation", GoneReason.BLOCKED),
          chatGone(403, "deactivated", GoneReason.DEACTIVATED),
          chatGone(403, "deleted", GoneReason.DELETED),
          chatGone(403, "kicked", GoneReason.NOT_MEMBER),
          chatGone(403, "not a member", GoneReason.NOT_MEMBER),
          chatGone(403, "", GoneReason.FORBIDDEN),
          chatGone(400, "chat not found", GoneReason.UNKNOWN),
          chatGone(400, "user not found", GoneReason.UNKNOWN),
          chatGone(400, "peer_id_invalid", GoneReason.UNKNOWN),
          chatGone(400, "chat_id_invalid", GoneReason.UNKNOWN),
          chatGone(400, "channel_invalid", GoneReason.UNKNOWN),
          chatGone(400, "user_id_invalid", GoneReason.UNKNOWN),
          chatGone(400, "topic_closed", GoneReason.TOPIC),
          chatGone(400, "topic closed", GoneReason.TOPIC),
          chatGone(400, "topic_deleted", GoneReason.TOPIC_DELETED),
          chatGone(400, "topic_id_invalid", GoneReason.TOPIC_DELETED),
          chatGone(400, "thread not found", GoneReason.TOPIC_DELETED),
          chatGone(400, "invalid message thread", GoneReason.TOPIC_DELETED),
          chatGone(400, "message_thread_invalid", GoneReason.TOPIC_DELETED),
          chatGone(400, "user_is_blocked", GoneReason.BLOCKED),
          chatGone(400, "blocked by the user", GoneReason.BLOCKED),
          chatGone(400, "deactivated", GoneReason.DEACTIVATED),
          chatGone(400, "chat was deleted", GoneReason.DELETED),
          chatGone(400, "kicked", GoneReason.NOT_MEMBER),
          chatGone(400, "not a member", GoneReason.NOT_MEMBER),
          chatGone(400, "user_not_participant", GoneReason.NOT_MEMBER),
          chatGone(400, "channel_private", GoneReason.NOT_MEMBER),
          chatGone(400, "_forbidden", GoneReason.FORBIDDEN),
          chatGone(400, "user_banned_in_channel", GoneReason.FORBIDDEN),
          chatGone(400, "privacy_", GoneReason.FORBIDDEN),
          chatGone(400, "payment_required", GoneReason.FORBIDDEN),
          chatGone(400, "user_is_bot", GoneReason.FORBIDDEN),
          chatGone(400, "messages to bots", GoneReason.FORBIDDEN),
          chatGone(400, "chat_restricted", GoneReason.FORBIDDEN),
          chatGone(400, "admin_required", GoneReason.FORBIDDEN),
          chatGone(400, "administrator rights", GoneReason.FORBIDDEN),
          chatGone(400, "not enough rights", GoneReason.FORBIDDEN),
          chatGone(400, "have no rights", GoneReason.FORBIDDEN),
          // The new id comes in `parameters`; without it a retry must show.
          row(400, "upgraded to a supergroup", SendResult.TemporaryFailure::new));

  private TelegramError() {}

  /// @param answer as it came, with `error_code`, `description` and perhaps `parameters`
  /// @param reason for the operator
  static SendResult of(JsonNode answer, String reason) {
    int code = answer.path("error_code").asInt(0);
    JsonNode parameters = answer.path("parameters");
    if (parameters.path("migrate_to_chat_id").isIntegralNumber()) {
      return new SendResult.ChatMoved(parameters.path("migrate_to_chat_id").asString(""));
    }
    String words = answer.path("description").asString("").toLowerCase(Locale.ROOT);
    if (RATE_LIMIT_CODES.contains(code) || words.contains("slowmode_wait")) {
      return new SendResult.RateLimited(reason, retryAfter(parameters.path("retry_after"), words));
    }
    return RESULTS_BY_ERROR.stream()
        .filter(row -> row.code() == code && words.contains(row.phrase()))
        .findFirst()
        .map(row -> row.result().apply(reason))
        .orElseGet(() -> unlistedError(code, reason));
  }

  private static Duration retryAfter(JsonNode seconds, String words) {
    if (seconds.isNumber()) {
      Duration wait = Duration.ofSeconds((long) seconds.asDouble(0));
      return wait.compareTo(MIN_RETRY_AFTER) < 0 ? MIN_RETRY_AFTER : wait;
    }
    Matcher wait = RETRY_AFTER_TEXT.matcher(words);
    return wait.find()
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(wait.group(1))))
        : DEFAULT_RETRY_AFTER;
  }

  /// An unknown rejection may be due to our markup: the message is retried once without.
  private static SendResult unlistedError(int code, String reason) {
    return code >= 400 && code < 500
        ? new SendResult.InvalidMessage(reason)
        : new SendResult.TemporaryFailure(reason);
  }

  private static Row row(int code, String words, Function<String, SendResult> verdict) {
    return new Row(code, words, verdict);
  }

  private static Row chatGone(int code, String words, GoneReason why) {
    return row(code, words, reason -> new SendResult.ChatGone(why, reason));
  }

  /// @param phrase in lower case; blank fits every description
  private record Row(int code, String phrase, Function<String, SendResult> result) {}
}
