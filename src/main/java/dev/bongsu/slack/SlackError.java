package dev.bongsu.slack;

import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.SendResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The outcome of a send by Slack's error (docs.slack.dev, `chat.postMessage`, "Errors").
final class SlackError {
  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(30);

  /// Errors of Slack's servers, by any method.
  private static final Set<String> SERVER_ERRORS =
      Set.of("fatal_error", "internal_error", "service_unavailable");

  private static final Map<String, Function<String, SendResult>> RESULTS_BY_ERROR =
      rows(
          row(
              chatGone(GoneReason.NOT_MEMBER),
              "channel_not_found",
              "not_in_channel",
              "invalid_channel"),
          row(chatGone(GoneReason.ARCHIVED), "is_archived", "is_inactive"),
          row(chatGone(GoneReason.DEACTIVATED), "user_not_found", "user_disabled", "cannot_dm_bot"),
          row(
              chatGone(GoneReason.FORBIDDEN),
              "messages_tab_disabled",
              "restricted_action",
              "restricted_action_read_only_channel",
              "posting_to_general_channel_denied",
              "user_is_restricted",
              "user_is_ultra_restricted",
              "access_denied",
              "no_permission",
              "team_access_not_granted",
              "team_not_found",
              "channel_type_not_supported"),
          row(
              chatGone(GoneReason.TOPIC),
              "restricted_action_thread_only_channel",
              "restricted_action_non_threadable_channel",
              "restricted_action_thread_locked",
              "cannot_reply_to_message"),
          row(chatGone(GoneReason.TOPIC_DELETED), "thread_not_found", "invalid_thread_ts"),
          row(
              SendResult.TokenRejected::new,
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
              "ekm_access_denied"),
          row(
              SendResult.InvalidMessage::new,
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
              "no_text"),
          row(error -> new SendResult.MaybeSent(error, true), "fatal_error", "internal_error"),
          row(
              error -> new SendResult.RateLimited(error, DEFAULT_RETRY_AFTER),
              "ratelimited",
              "rate_limited",
              "message_limit_exceeded"));

  private SlackError() {}

  /// An unknown error is temporary: it is retried until the attempts are used up.
  ///
  /// @param error as it came
  /// @param retryAfter the header `Retry-After` that came with it; blank for none
  static SendResult of(@Nullable String error, String retryAfter) {
    String word = errorCode(error).orElse("an unknown error");
    SendResult meaning =
        RESULTS_BY_ERROR.getOrDefault(word, SendResult.TemporaryFailure::new).apply(word);
    return meaning instanceof SendResult.RateLimited(String reason, _)
        ? rateLimited(reason, retryAfter)
        : meaning;
  }

  /// @param retryAfter in seconds; anything else counts as the default wait
  static SendResult rateLimited(String reason, String retryAfter) {
    String seconds = retryAfter.strip();
    return new SendResult.RateLimited(
        reason,
        seconds.matches("0*[1-9]\\d{0,8}")
            ? Duration.ofSeconds(Long.parseLong(seconds))
            : DEFAULT_RETRY_AFTER);
  }

  /// Whether Slack itself answered, without a server error.
  ///
  /// @param error as it came
  static boolean provesAvailable(@Nullable String error) {
    return errorCode(error).filter(word -> !SERVER_ERRORS.contains(word)).isPresent();
  }

  /// An error code in Slack's format; empty for anything else that a server may have sent.
  static Optional<String> errorCode(@Nullable String error) {
    return Optional.ofNullable(error).filter(named -> named.matches("[a-z0-9_]{1,60}"));
  }

  private static Function<String, SendResult> chatGone(GoneReason why) {
    return error -> new SendResult.ChatGone(why, error);
  }

  private static Row row(Function<String, SendResult> meaning, String... errors) {
    return new Row(meaning, Set.of(errors));
  }

  private static Map<String, Function<String, SendResult>> rows(Row... rows) {
    return Arrays.stream(rows)
        .flatMap(row -> row.errors().stream().map(error -> Map.entry(error, row.result())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private record Row(Function<String, SendResult> result, Set<String> errors) {}
}
