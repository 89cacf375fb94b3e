package dev.bongsu.chat;

import java.util.Locale;

/// What was said to the bot.
///
/// @param updateId the platform's id of the update, unique on its platform: the same update
///   delivered twice is one
/// @param sender the platform's id of the person; blank where there is none (a channel post)
/// @param text as it was typed
/// @param language what the platform says its user reads; for chats that have chosen none
public record Inbound(ChatId chat, String updateId, String sender, String text, Locale language) {

  /// A NUL is no text, and PostgreSQL does not store it.
  public Inbound {
    text = text.replace("\0", "");
  }
}
