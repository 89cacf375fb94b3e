package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.SendResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What each error of the Bot API means, as its server writes them. The expectations are written
/// here and not read from the table.
class TelegramErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | Forbidden: bot was blocked by the user | BLOCKED",
        "403 | Forbidden: bot can't initiate conversation with a user | BLOCKED",
        "403 | Forbidden: user is deactivated | DEACTIVATED",
        "403 | Forbidden: the group chat was deleted | DELETED",
        "403 | Forbidden: bot was kicked from the channel chat | NOT_MEMBER",
        "403 | Forbidden: bot is not a member of the supergroup chat | NOT_MEMBER",
        "403 | Forbidden: bots can't send messages to bots | FORBIDDEN",
        "400 | Bad Request: chat not found | UNKNOWN",
        "400 | Bad Request: user not found | UNKNOWN",
        "400 | Bad Request: PEER_ID_INVALID | UNKNOWN",
        "400 | Bad Request: CHAT_ID_INVALID | UNKNOWN",
        "400 | Bad Request: CHANNEL_INVALID | UNKNOWN",
        "400 | Bad Request: USER_ID_INVALID | UNKNOWN",
        "400 | Bad Request: TOPIC_CLOSED | TOPIC",
        "400 | Bad Request: topic closed | TOPIC",
        "400 | Bad Request: TOPIC_DELETED | TOPIC_DELETED",
        "400 | Bad Request: TOPIC_ID_INVALID | TOPIC_DELETED",
        "400 | Bad Request: message thread not found | TOPIC_DELETED",
        "400 | Bad Request: invalid message thread identifier specified | TOPIC_DELETED",
        "400 | Bad Request: MESSAGE_THREAD_INVALID | TOPIC_DELETED",
        "400 | Bad Request: USER_IS_BLOCKED | BLOCKED",
        "400 | Bad Request: bot was blocked by the user | BLOCKED",
        "400 | Bad Request: INPUT_USER_DEACTIVATED | DEACTIVATED",
        "400 | Bad Request: the group chat was deleted | DELETED",
        "400 | Bad Request: bot was kicked from the group chat | NOT_MEMBER",
        "400 | Bad Request: bot is not a member of the channel chat | NOT_MEMBER",
        "400 | Bad Request: USER_NOT_PARTICIPANT | NOT_MEMBER",
        "400 | Bad Request: CHANNEL_PRIVATE | NOT_MEMBER",
        "400 | Bad Request: CHAT_WRITE_FORBIDDEN | FORBIDDEN",
        "400 | Bad Request: CHAT_SEND_PLAIN_FORBIDDEN | FORBIDDEN",
        "400 | Bad Request: USER_BANNED_IN_CHANNEL | FORBIDDEN",
        "400 | Bad Request: PRIVACY_PREMIUM_REQUIRED | FORBIDDEN",
        "400 | Bad Request: ALLOW_PAYMENT_REQUIRED_100 | FORBIDDEN",
        "400 | Bad Request: USER_IS_BOT | FORBIDDEN",
        "400 | Bad Request: bots can't send messages to bots | FORBIDDEN",
        "400 | Bad Request: CHAT_RESTRICTED | FORBIDDEN",
        "400 | Bad Request: CHAT_ADMIN_REQUIRED | FORBIDDEN",
        "400 | Bad Request: need administrator rights in the channel chat | FORBIDDEN",
        "400 | Bad Request: not enough rights to send photos to the chat | FORBIDDEN",
        "400 | Bad Request: have no rights to send a message | FORBIDDEN"
      })
  void aChatIsGone(int code, String description, GoneReason why) {
    assertThat(result(code, description)).isEqualTo(new SendResult.ChatGone(why, "reason"));
  }

  @ParameterizedTest
  @CsvSource({"401, Unauthorized", "400, Logged out", "401, Unauthorized: bot was blocked by it"})
  void theTokenIsRejected(int code, String description) {
    assertThat(result(code, description)).isEqualTo(new SendResult.TokenRejected("reason"));
  }

  @ParameterizedTest
  @CsvSource({
    "408, Request Timeout",
    "409, Conflict: terminated by other getUpdates request",
    "400, Bad Request: group chat was upgraded to a supergroup chat",
    "399, Odd",
    "500, Internal Server Error",
    "0, ''"
  })
  void itMayWorkLater(int code, String description) {
    assertThat(result(code, description)).isEqualTo(new SendResult.TemporaryFailure("reason"));
  }

  @ParameterizedTest
  @CsvSource({"400, Bad Request: BUTTON_URL_INVALID", "413, Request Entity Too Large", "499, Odd"})
  void theMessageIsInvalid(int code, String description) {
    assertThat(result(code, description)).isEqualTo(new SendResult.InvalidMessage("reason"));
  }

  @Test
  void anUnknownMethodIsAWrongServer() {
    assertThat(result(404, "Not Found")).isEqualTo(new SendResult.Unreachable("reason"));
  }

  @ParameterizedTest
  @CsvSource({
    "429, Too Many Requests: retry after 7, 7",
    "429, Too Many Requests: retry after 0, 1",
    "429, Too Many Requests, 30",
    "420, FLOOD_WAIT_17, 17",
    "400, Bad Request: SLOWMODE_WAIT_12, 12"
  })
  void aWaitIsReadFromTheDescription(int code, String description, long seconds) {
    assertThat(result(code, description))
        .isEqualTo(new SendResult.RateLimited("reason", Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "0, 1", "-3, 1", "1.9, 1"})
  void aWaitInTheParametersGoesFirst(String given, long seconds) {
    String parameters = ", \"parameters\": {\"retry_after\": %s}".formatted(given);
    assertThat(result(429, "Too Many Requests: retry after 99", parameters))
        .isEqualTo(new SendResult.RateLimited("reason", Duration.ofSeconds(seconds)));
  }

  @Test
  void aNewIdGoesBeforeEverythingElse() {
    String parameters = ", \"parameters\": {\"migrate_to_chat_id\": -1005}";
    assertThat(result(403, "Forbidden: bot was kicked", parameters))
        .isEqualTo(new SendResult.ChatMoved("-1005"));
  }

  private static SendResult result(int code, String description) {
    return result(code, description, "");
  }

  private static SendResult result(int code, String description, String more) {
    String json =
        "{\"ok\": false, \"error_code\": %d, \"description\": \"%s\"%s}"
            .formatted(code, description, more);
    return TelegramError.of(JsonMapper.shared().readTree(json), "reason");
  }
}
