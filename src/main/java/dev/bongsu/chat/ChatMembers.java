package dev.bongsu.chat;

import java.net.URI;
import java.util.Optional;

/// What a platform knows about a chat's people.
public interface ChatMembers {
  /// The platform this implementation serves.
  Platform platform();

  /// Whether a person may change a chat's subscriptions. Asks the platform each time.
  ///
  /// @param person as in [Inbound#sender]; may be blank
  ChangePermission changePermission(ChatId chat, String person);

  /// Whether a person administers the chat's workspace. Asks the platform each time.
  ///
  /// @param person as in [Inbound#sender]; may be blank
  default boolean isWorkspaceAdmin(ChatId chat, String person) {
    return false;
  }

  /// Whether a chat is one person's own.
  boolean isPrivate(ChatId chat);

  /// The chat with a public name (`@name`) or id as people write it; empty if there is none, or the
  /// bot cannot see it.
  Optional<ChatId> find(String name);

  /// The name of a chat, or of the person it is with; empty if unknown.
  default Optional<String> nameOf(ChatId chat) {
    return Optional.empty();
  }

  /// A link that sends `/start` and a word to the bot; empty where the platform has none.
  Optional<URI> startLink(String word);

  /// Whether the platform itself vouches for everybody who can reach the bot.
  default boolean trustsAllUsers() {
    return false;
  }

  /// Whether a person may change a chat.
  enum ChangePermission {
    /// An administrator, or the chat's own person.
    GRANTED,
    DENIED,
    /// The platform gave no answer.
    UNKNOWN
  }
}
