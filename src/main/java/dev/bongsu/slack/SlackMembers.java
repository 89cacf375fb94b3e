package dev.bongsu.slack;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Platform;
import java.net.URI;
import java.util.Optional;

/// Trusts the whole workspace: its administrator has installed the bot, and every member of a
/// channel may change the channel's subscriptions.
public final class SlackMembers implements ChatMembers {

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public ChangePermission changePermission(ChatId chat, String person) {
    return ChangePermission.GRANTED;
  }

  /// The id of a direct message begins with `D`.
  @Override
  public boolean isPrivate(ChatId chat) {
    return chat.channel().startsWith("D");
  }

  @Override
  public Optional<ChatId> find(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<URI> startLink(String word) {
    return Optional.empty();
  }

  @Override
  public boolean trustsAllUsers() {
    return true;
  }
}
