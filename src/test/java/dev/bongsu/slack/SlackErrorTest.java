package dev.bongsu.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.SendResult;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each error word of Slack means. The expectations are written here and not read from the
/// table.
class SlackErrorTest {

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, NOT_MEMBER",
    "not_in_channel, NOT_MEMBER",
    "invalid_channel, NOT_MEMBER",
    "is_archived, ARCHIVED",
    "is_inactive, ARCHIVED",
    "user_not_found, DEACTIVATED",
    "user_disabled, DEACTIVATED",
    "cannot_dm_bot, DEACTIVATED",
    "messages_tab_disabled, FORBIDDEN",
    "restricted_action, FORBIDDEN",
    "restricted_action_read_only_channel, FORBIDDEN",
    "posting_to_general_channel_denied, FORBIDDEN",
    "user_is_restricted, FORBIDDEN",
    "user_is_ultra_restricted, FORBIDDEN",
    "access_denied, FORBIDDEN",
    "no_permission, FORBIDDEN",
    "team_access_not_granted, FORBIDDEN",
    "team_not_found, FORBIDDEN",
    "channel_type_not_supported, FORBIDDEN",
    "restricted_action_thread_only_channel, TOPIC",
    "restricted_action_non_threadable_channel, TOPIC",
    "restricted_action_thread_locked, TOPIC",
    "cannot_reply_to_message, TOPIC",
    "thread_not_found, TOPIC_DELETED",
    "invalid_thread_ts, TOPIC_DELETED"
  })
  void aChatIsGone(String error, GoneReason why) {
    assertThat(SlackError.of(error, "")).isEqualTo(new SendResult.ChatGone(why, error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_auth",
        "not_authed",
        "token_revoked",
        "token_expired",
        "account_inactive",
        "missing_scope",
        "not_allowed_token_type",
        "org_login_required",
        "two_factor_setup_required",
        "enterprise_is_restricted",
        "app_not_installed",
        "ekm_access_denied"
      })
  void theTokenIsRejected(String error) {
    assertResult(error, SendResult.TokenRejected::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "msg_too_long",
        "block_mismatch",
        "cannot_parse_attachment",
        "too_many_attachments",
        "attachment_payload_limit_exceeded",
        "markdown_text_conflict",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "metadata_too_large",
        "invalid_arguments",
        "invalid_arg_name",
        "invalid_array_arg",
        "invalid_charset",
        "invalid_form_data",
        "no_text"
      })
  void theMessageIsInvalid(String error) {
    assertResult(error, SendResult.InvalidMessage::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fatal_error", "internal_error"})
  void itMayHaveBeenSent(String error) {
    assertResult(error, word -> new SendResult.MaybeSent(word, true));
    assertThat(SlackError.provesAvailable(error)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratelimited", "rate_limited", "message_limit_exceeded"})
  void itIsLimited(String error) {
    assertThat(SlackError.of(error, " 7 "))
        .isEqualTo(new SendResult.RateLimited(error, Duration.ofSeconds(7)));
    for (String unusable : new String[] {"", "0", "-1", "1.5", "soon", "12345678901"}) {
      assertThat(SlackError.of(error, unusable))
          .as(unusable)
          .isEqualTo(new SendResult.RateLimited(error, Duration.ofSeconds(30)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"service_unavailable", "request_timeout", "something_new"})
  void itMayWorkLater(String error) {
    assertResult(error, SendResult.TemporaryFailure::new);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Not A Word", "<html>", "not_in_channel\n"})
  void whatIsNoWordIsNotRepeated(String error) {
    assertThat(SlackError.of(error, ""))
        .isEqualTo(new SendResult.TemporaryFailure("an unknown error"));
    assertThat(SlackError.provesAvailable(error)).isFalse();
  }

  @Test
  void aWordThatIsTooLongIsNone() {
    assertThat(SlackError.errorCode("a".repeat(60))).isPresent();
    assertThat(SlackError.errorCode("a".repeat(61))).isEmpty();
  }

  @Test
  void anOrdinaryErrorProvesThatSlackIsThere() {
    assertThat(SlackError.provesAvailable("not_in_channel")).isTrue();
    assertThat(SlackError.provesAvailable("service_unavailable")).isFalse();
  }

  private static void assertResult(String error, Function<String, SendResult> result) {
    assertThat(SlackError.of(error, "9")).isEqualTo(result.apply(error));
  }
}
