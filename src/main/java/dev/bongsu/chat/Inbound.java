package dev.bongsu.chat;

import java.util.Locale;

/// What was said to the bot.
///
/// @param updateId the platform's id of the update, unique on its platform: the same update
///   delivered twice is one
/// @param sender the platform's id of the person; that of the chat itself where the chat speaks (a
///   channel's post, an anonymous administrator); blank where nobody is named
/// @param text as it was typed, or what a button says
/// @param language what the platform says its user reads; for chats that have chosen none
public record Inbound(
    ChatId chat, String updateId, String sender, String text, Locale language, Source source) {

  /// A NUL is no text, and PostgreSQL does not store it.
  public Inbound {
    text = text.replace("\0", "");
  }

  /// Words that were typed.
  public Inbound(ChatId chat, String updateId, String sender, String text, Locale language) {
    this(chat, updateId, sender, text, language, Source.TYPED);
  }

  /// In which way it was said.
  ///
  /// @param messageId the platform's id of the message of ours that was pressed or replied to;
  ///   blank if there is none
  /// @param callback what the platform wants to hear when a press is answered; blank for what is
  ///   none
  public record Source(Kind kind, String messageId, String callback) {
    /// Words in the chat, seen by all who are in it.
    public static final Source TYPED = new Source(Kind.TYPED, "", "");

    /// Words that only the bot has seen.
    public static final Source EPHEMERAL = new Source(Kind.EPHEMERAL, "", "");

    /// Words in reply to a message of ours.
    public static Source replyTo(String message) {
      return new Source(Kind.TYPED, message, "");
    }

    /// A button of a message of ours.
    public static Source callback(String message, String press) {
      return new Source(Kind.PRESS, message, press);
    }
  }

  /// The kinds of saying something.
  public enum Kind {
    TYPED,
    EPHEMERAL,
    PRESS,
    /// The person's own page of the bot was opened, or one of its buttons pressed.
    HOME
  }
}
