package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Platform;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;

/// Asks Telegram who administers a chat.
///
/// A private chat has the id of its person, a group or channel a negative one. A sender that is the
/// chat itself (an anonymous administrator, a channel's post) is an administrator: Telegram allows
/// this to nobody else (r021, r051).
public final class TelegramMembers implements ChatMembers {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramMembers.class);
  private static final Set<String> ADMINISTRATORS = Set.of("creator", "administrator");

  private final TelegramApi api;
  private volatile String username = "";

  public TelegramMembers(TelegramApi api) {
    this.api = api;
  }

  @Override
  public Platform platform() {
    return Platform.TELEGRAM;
  }

  @Override
  public boolean isPrivate(ChatId chat) {
    return !chat.channel().startsWith("-");
  }

  @Override
  public ChangePermission changePermission(ChatId chat, String person) {
    if (isPrivate(chat) || person.equals(chat.channel())) {
      return person.equals(chat.channel()) ? ChangePermission.GRANTED : ChangePermission.DENIED;
    }
    return person.matches("\\d{1,18}")
        ? fetchPermission(chat, Long.parseLong(person))
        : ChangePermission.DENIED;
  }

  private ChangePermission fetchPermission(ChatId chat, long person) {
    return switch (api.call(new GetChatMember(chat.channel(), person))) {
      case ApiResult.Ok(var member) ->
          ADMINISTRATORS.contains(member.path("status").asString(""))
              ? ChangePermission.GRANTED
              : ChangePermission.DENIED;
      case ApiResult.Failed failed -> {
        LOG.info("getChatMember failed for {}: {}", chat, failed.reason());
        yield ChangePermission.UNKNOWN;
      }
    };
  }

  @Override
  public Optional<ChatId> find(String name) {
    return switch (api.call(new GetChat(name))) {
      case ApiResult.Ok(var chat) when chat.path("id").asLong(0) < 0 ->
          Optional.of(new ChatId(Platform.TELEGRAM, "", chat.path("id").asString(""), ""));
      case ApiResult.Ok _, ApiResult.Failed _ -> Optional.empty();
    };
  }

  /// A chat's title, or a person's name.
  @Override
  public Optional<String> nameOf(ChatId chat) {
    return api.call(new GetChat(chat.channel())) instanceof ApiResult.Ok(var found)
        ? Stream.of("title", "username", "first_name")
            .map(field -> found.path(field).asString(""))
            .filter(name -> !name.isBlank())
            .findFirst()
        : Optional.empty();
  }

  @Override
  public Optional<URI> startLink(String word) {
    if (username.isEmpty() && api.getMe() instanceof ApiResult.Ok(var me)) {
      username = me.path("username").asString("");
    }
    return username.matches("\\w{1,64}")
        ? Optional.of(URI.create("https://t.me/" + username + "?start=" + word))
        : Optional.empty();
  }
}
