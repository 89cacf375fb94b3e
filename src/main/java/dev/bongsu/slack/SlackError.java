package dev.bongsu.slack;

import java.util.Map;
import java.util.Set;

/// What an error of Slack means for the message it answers.
enum SlackError {
  /// Time may cure it. Also what we do not know: it is tried again, and given up after its
  /// attempts.
  PASSING,
  /// Trying again will not help.
  FINAL,
  /// Slack does not like the blocks: a bug of ours, and no reason to lose the alert.
  BLOCKS;

  private static final Map<SlackError, Set<String>> TABLE =
      Map.of(
          FINAL,
          Set.of(
              // the place
              "channel_not_found",
              "is_archived",
              "not_in_channel",
              "user_not_found",
              "cannot_dm_bot",
              "messages_tab_disabled",
              "restricted_action",
              "restricted_action_read_only_channel",
              "restricted_action_thread_only_channel",
              "restricted_action_non_threadable_channel",
              "cannot_reply_to_message",
              "access_denied",
              "no_permission",
              "team_access_not_granted",
              "team_not_found",
              // the token
              "invalid_auth",
              "not_authed",
              "token_revoked",
              "token_expired",
              "account_inactive",
              "missing_scope",
              "not_allowed_token_type",
              "ekm_access_denied"),
          BLOCKS,
          Set.of(
              "invalid_blocks",
              "invalid_blocks_format",
              "msg_blocks_too_long",
              "block_mismatch",
              "cannot_parse_attachment"));

  static SlackError of(String error) {
    return TABLE.entrySet().stream()
        .filter(row -> row.getValue().contains(error))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(PASSING);
  }
}
