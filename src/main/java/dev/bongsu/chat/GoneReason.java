package dev.bongsu.chat;

import java.util.Locale;

/// Why a chat cannot be written to. What brings it back: its own words always; otherwise see each.
public enum GoneReason {
  /// A person blocked the bot, or has not started it: unblocking or `/start`.
  BLOCKED,
  /// The person's account is no more: nothing.
  DEACTIVATED,
  /// The bot was taken out, or was never in: adding or inviting it.
  NOT_MEMBER,
  /// The bot is in, and may not write: giving it the right.
  FORBIDDEN,
  /// The chat was deleted: nothing.
  DELETED,
  /// Nobody knows such a chat. It is believed only when it is said for long
  /// ([SendResult.ChatGone]).
  UNKNOWN,
  /// The channel was archived: unarchiving it.
  ARCHIVED,
  /// A forum's topic or a thread is closed or gone, the chat around it is not: reopening it.
  TOPIC;

  /// Whether somebody can do something about it other than the person in the chat.
  public boolean isFixableByAdmin() {
    return switch (this) {
      case NOT_MEMBER, FORBIDDEN, ARCHIVED, TOPIC -> true;
      case BLOCKED, DEACTIVATED, DELETED, UNKNOWN -> false;
    };
  }

  /// The name in tables and keys of texts: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
