package dev.bongsu.chat;

/// In which way an answer reaches its chat. What a platform cannot do, it does by a new message.
///
/// @param editedMessageId the platform's id of a message of ours that the answer takes the place
///   of; blank for a new message
/// @param callback what the platform calls the button press that is answered; blank if there was
///   none
/// @param visibleOnlyTo the person who alone sees it; blank for all
public record ReplyMode(Kind kind, String editedMessageId, String callback, String visibleOnlyTo) {

  /// What an answer is.
  public enum Kind {
    /// A message of the chat.
    MESSAGE,
    /// A few words beside a button that was pressed, soon gone; worth no second try.
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
