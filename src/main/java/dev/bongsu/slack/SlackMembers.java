package dev.bongsu.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Platform;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trusts the whole workspace: its administrator has installed the bot, and every member of a
/// channel may change the channel's subscriptions.
public final class SlackMembers implements ChatMembers {
  private static final Logger LOG = LoggerFactory.getLogger(SlackMembers.class);

  private final SlackClient client;

  public SlackMembers(SlackClient client) {
    this.client = client;
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public ChangePermission changePermission(ChatId chat, String person) {
    return ChangePermission.GRANTED;
  }

  /// By `users.info` (scope `users:read`); without it nobody does. A guest of another workspace
  /// administers their own.
  @Override
  public boolean isWorkspaceAdmin(ChatId chat, String person) {
    try {
      UsersInfoResponse answer = client.methods().usersInfo(request -> request.user(person));
      User user = answer.getUser();
      if (!answer.isOk() || user == null) {
        LOG.info("users.info failed ({}); nobody counts as administrator", answer.getError());
        return false;
      }
      return !user.isDeleted() && !user.isStranger() && (user.isAdmin() || user.isOwner());
    } catch (IOException | SlackApiException e) {
      LOG.info("users.info failed ({}); nobody counts as administrator", e.getMessage());
      return false;
    }
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
