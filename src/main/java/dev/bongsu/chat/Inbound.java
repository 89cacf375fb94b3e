package dev.bongsu.chat;

import java.util.Locale;
import java.util.regex.Pattern;

/// One message, command or button press from a person to the bot.
///
/// @param updateId the platform's id of the update, unique on its platform: the same update
///   delivered twice is one
/// @param sender the platform's id of the person; the chat's own id for a channel's post or an
///   anonymous administrator; blank if unknown
/// @param text as typed, or the payload of a button
/// @param language of the user, by the platform; used for chats that have chosen none
public record Inbound(
    ChatId chat, String updateId, String sender, String text, Locale language, Source source) {

  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

  /// Without NUL characters, which PostgreSQL does not store.
  public Inbound {
    text = text.replace("\0", "");
  }

  /// A typed message.
  public Inbound(ChatId chat, String updateId, String sender, String text, Locale language) {
    this(chat, updateId, sender, text, language, Source.TYPED);
  }

  /// The language of a text, if the platform does not say: Korean with Hangul, else English.
  public static Locale guessLanguage(String text) {
    return HANGUL.matcher(text).find() ? Locale.KOREAN : Locale.ENGLISH;
  }

  /// How it reached the bot.
  ///
  /// @param messageId the platform's id of the bot's message whose button was pressed or that was
  ///   replied to; blank if there is none
  /// @param callback the platform's handle to answer a button press; blank if it is none
  public record Source(Kind kind, String messageId, String callback) {
    /// A message that everybody in the chat sees.
    public static final Source TYPED = new Source(Kind.TYPED, "", "");

    /// A message that only the bot sees.
    public static final Source EPHEMERAL = new Source(Kind.EPHEMERAL, "", "");

    /// A reply to a message of the bot.
    public static Source replyTo(String message) {
      return new Source(Kind.TYPED, message, "");
    }

    /// A button below a message of the bot.
    public static Source callback(String message, String press) {
      return new Source(Kind.PRESS, message, press);
    }
  }

  /// The ways to reach the bot.
  public enum Kind {
    TYPED,
    EPHEMERAL,
    PRESS,
    /// The person's own page of the bot was opened, or one of its buttons pressed.
    HOME
  }
}
