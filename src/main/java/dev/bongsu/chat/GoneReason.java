package dev.bongsu.chat;

import java.util.Locale;

/// Why a chat cannot be written to. A message from the chat always makes it reachable again; what
/// else does is said at each reason.
public enum GoneReason {
  /// A person blocked the bot, or has not started it: unblocking or `/start`.
  BLOCKED,
  /// The person's account was deleted: nothing.
  DEACTIVATED,
  /// The bot was removed, or was never a member: adding or inviting it.
  NOT_MEMBER,
  /// The bot is a member without permission to write: granting it.
  FORBIDDEN,
  /// The chat was deleted: nothing.
  DELETED,
  /// The platform knows no such chat. It counts only when it lasts ([SendResult.ChatGone]).
  UNKNOWN,
  /// The channel was archived: unarchiving it.
  ARCHIVED,
  /// A forum's topic or a thread is closed, the chat around it is not: reopening it.
  TOPIC,
  /// A forum's topic or a thread was deleted, the chat around it was not: nothing.
  TOPIC_DELETED;

  /// Whether only a topic or thread is gone, not the chat around it.
  public boolean isTopicOnly() {
    return this == TOPIC || this == TOPIC_DELETED;
  }

  /// Whether an administrator can fix it, not only the person in the chat.
  public boolean isFixableByAdmin() {
    return switch (this) {
      case NOT_MEMBER, FORBIDDEN, ARCHIVED, TOPIC -> true;
      case BLOCKED, DEACTIVATED, DELETED, UNKNOWN, TOPIC_DELETED -> false;
    };
  }

  /// The name in tables and keys of texts: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
