package dev.bongsu.slack;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Platform;
import java.net.URI;
import java.util.Optional;

/// Slack trusts its workspace: an administrator of it has let the bot in, and whoever is in a
/// channel may change what the channel hears.
public final class SlackMembers implements ChatMembers {

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public ChangePermission changePermission(ChatId chat, String person) {
    return ChangePermission.GRANTED;
  }

  /// The id of a chat with one person begins so.
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
