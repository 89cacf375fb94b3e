package dev.bongsu.chat;

/// How a reply reaches its chat. A platform sends a new message instead of what it cannot do.
///
/// @param editedMessageId the platform's id of the bot's message that the reply replaces; blank for
///   a new message
/// @param callback the platform's handle of the button press to answer; blank if there was none
/// @param visibleOnlyTo the only person who sees it; blank for everybody
public record ReplyMode(Kind kind, String editedMessageId, String callback, String visibleOnlyTo) {

  /// The form of a reply.
  public enum Kind {
    /// A message of the chat.
    MESSAGE,
    /// A short notice beside the pressed button; not retried.
    NOTE,
    /// The person's own page of the bot (Slack's App Home).
    HOME
  }

  /// A new message for everybody.
  public static final ReplyMode NEW_MESSAGE = new ReplyMode(Kind.MESSAGE, "", "", "");

  public boolean isNewMessage() {
    return equals(NEW_MESSAGE);
  }
}
