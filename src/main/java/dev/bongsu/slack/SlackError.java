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

/// What an error of Slack means for the message it answers (docs.slack.dev, `chat.postMessage`,
/// "Errors").
final class SlackError {
  private static final Duration UNTOLD = Duration.ofSeconds(30);

  /// What Slack says of itself, whatever it was asked.
  private static final Set<String> OWN_TROUBLE =
      Set.of("fatal_error", "internal_error", "service_unavailable");

  private static final Map<String, Function<String, SendResult>> TABLE =
      rows(
          row(
              gone(GoneReason.NOT_MEMBER),
              "channel_not_found",
              "not_in_channel",
              "invalid_channel"),
          row(gone(GoneReason.ARCHIVED), "is_archived", "is_inactive"),
          row(gone(GoneReason.DEACTIVATED), "user_not_found", "user_disabled", "cannot_dm_bot"),
          row(
              gone(GoneReason.FORBIDDEN),
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
              gone(GoneReason.TOPIC),
              "restricted_action_thread_only_channel",
              "restricted_action_non_threadable_channel",
              "restricted_action_thread_locked",
              "cannot_reply_to_message",
              "thread_not_found",
              "invalid_thread_ts"),
          row(
              SendResult.TokenDead::new,
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
              SendResult.Misunderstood::new,
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
              error -> new SendResult.TooMany(error, UNTOLD),
              "ratelimited",
              "rate_limited",
              "message_limit_exceeded"));

  private SlackError() {}

  /// What we do not know is tried again, and given up after its attempts.
  ///
  /// @param error as it came
  /// @param retryAfter the header `Retry-After` that came with it; blank for none
  static SendResult of(@Nullable String error, String retryAfter) {
    String word = word(error).orElse("an unknown error");
    SendResult meaning = TABLE.getOrDefault(word, SendResult.Later::new).apply(word);
    return meaning instanceof SendResult.TooMany(String reason, _)
        ? tooMany(reason, retryAfter)
        : meaning;
  }

  /// @param retryAfter in seconds; anything else says nothing
  static SendResult tooMany(String reason, String retryAfter) {
    String seconds = retryAfter.strip();
    return new SendResult.TooMany(
        reason,
        seconds.matches("0*[1-9]\\d{0,8}") ? Duration.ofSeconds(Long.parseLong(seconds)) : UNTOLD);
  }

  /// Whether Slack is there: it spoke itself, and not of trouble of its own.
  ///
  /// @param error as it came
  static boolean isAnswer(@Nullable String error) {
    return word(error).filter(word -> !OWN_TROUBLE.contains(word)).isPresent();
  }

  /// An error as Slack names them; empty for anything else that a server may have put there.
  static Optional<String> word(@Nullable String error) {
    return Optional.ofNullable(error).filter(named -> named.matches("[a-z0-9_]{1,60}"));
  }

  private static Function<String, SendResult> gone(GoneReason why) {
    return error -> new SendResult.ChatGone(why, error);
  }

  private static Row row(Function<String, SendResult> meaning, String... errors) {
    return new Row(meaning, Set.of(errors));
  }

  private static Map<String, Function<String, SendResult>> rows(Row... rows) {
    return Arrays.stream(rows)
        .flatMap(row -> row.errors().stream().map(error -> Map.entry(error, row.meaning())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private record Row(Function<String, SendResult> meaning, Set<String> errors) {}
}
