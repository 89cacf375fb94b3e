package dev.bongsu.slack;

import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.SendResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What an error of Slack means for the message it answers (docs.slack.dev, `chat.postMessage`,
/// "Errors").
final class SlackError {
  private static final Duration UNTOLD = Duration.ofSeconds(30);

  private static final Map<String, Function<String, SendResult>> TABLE =
      rows(
          row(gone(GoneReason.NOT_MEMBER), "channel_not_found", "not_in_channel"),
          row(gone(GoneReason.ARCHIVED), "is_archived"),
          row(gone(GoneReason.DEACTIVATED), "user_not_found", "user_disabled", "cannot_dm_bot"),
          row(
              gone(GoneReason.FORBIDDEN),
              "messages_tab_disabled",
              "restricted_action",
              "restricted_action_read_only_channel",
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
              "thread_not_found"),
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
              "invalid_arguments",
              "no_text"),
          row(error -> new SendResult.MaybeSent(error, true), "fatal_error", "internal_error"),
          row(
              error -> new SendResult.TooMany(error, UNTOLD),
              "ratelimited",
              "rate_limited",
              "message_limit_exceeded"));

  private SlackError() {}

  /// What we do not know is tried again, and given up after its attempts.
  static SendResult of(String error) {
    return TABLE.getOrDefault(error, SendResult.Later::new).apply(error);
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
