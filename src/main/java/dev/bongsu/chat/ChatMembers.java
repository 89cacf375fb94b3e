package dev.bongsu.chat;

import java.net.URI;
import java.util.Optional;

/// What a platform knows about a chat's people.
public interface ChatMembers {
  /// The platform that is asked.
  Platform platform();

  /// Whether somebody may change what a chat hears. Asks the platform each time.
  ///
  /// @param person as in [Inbound#sender]; may be blank
  ChangePermission changePermission(ChatId chat, String person);

  /// Whether a chat is one person's own.
  boolean isPrivate(ChatId chat);

  /// The chat of a public name (`@name`) or id as people write them; empty if there is none, or the
  /// bot cannot see it.
  Optional<ChatId> find(String name);

  /// What a chat, or the person it is with, is called; empty if nobody knows.
  default Optional<String> nameOf(ChatId chat) {
    return Optional.empty();
  }

  /// A link that says `/start` and a word to the bot; empty where there are none.
  Optional<URI> startLink(String word);

  /// Whether the platform itself vouches for everybody who can reach the bot.
  default boolean trustsAllUsers() {
    return false;
  }

  /// What somebody may do.
  enum ChangePermission {
    /// An administrator, or the chat's own person.
    GRANTED,
    DENIED,
    /// The platform did not say.
    UNKNOWN
  }
}
