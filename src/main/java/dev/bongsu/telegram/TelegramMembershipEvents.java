package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatLifecycle;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads from updates which chats became unreachable, reachable again, or moved. Runs before the
/// update is acknowledged, and may run twice.
final class TelegramMembershipEvents {
  /// The kinds of updates it needs besides messages.
  static final List<String> UPDATE_TYPES = List.of("my_chat_member");

  private final ChatLifecycle lifecycle;

  TelegramMembershipEvents(ChatLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  void onUpdate(JsonNode update) {
    if (update.path("my_chat_member").isObject()) {
      onMyChatMember(update.path("my_chat_member"));
    }
    JsonNode message = update.path("message");
    if (message.path("migrate_to_chat_id").isIntegralNumber()) {
      lifecycle.onChatMoved(chatId(message), message.path("migrate_to_chat_id").asString(""));
    }
    if (message.path("migrate_from_chat_id").isIntegralNumber()) {
      String from = message.path("migrate_from_chat_id").asString("");
      lifecycle.onChatMoved(new ChatId(Platform.TELEGRAM, "", from, ""), chatId(message).channel());
    }
    if (message.has("forum_topic_reopened")) {
      String topic = TelegramUpdateReader.topicId(message);
      lifecycle.onChatReturned(new ChatId(Platform.TELEGRAM, "", chatId(message).channel(), topic));
    }
  }

  /// The bot's new membership in a chat (Bot API, `ChatMember`).
  private void onMyChatMember(JsonNode change) {
    JsonNode member = change.path("new_chat_member");
    boolean isPrivate = "private".equals(change.path("chat").path("type").asString(""));
    switch (member.path("status").asString("")) {
      case "kicked", "left" ->
          lifecycle.onChatGone(
              chatId(change), isPrivate ? GoneReason.BLOCKED : GoneReason.NOT_MEMBER);
      case "restricted" ->
          onWritePermission(change, member.path("can_send_messages").asBoolean(true));
      // Administrators of groups lack this right; in channels it is the permission to post.
      case "administrator" ->
          onWritePermission(change, member.path("can_post_messages").asBoolean(true));
      case "member", "creator" -> lifecycle.onChatReturned(chatId(change));
      default -> {}
    }
  }

  private void onWritePermission(JsonNode change, boolean may) {
    if (may) {
      lifecycle.onChatReturned(chatId(change));
    } else {
      lifecycle.onChatGone(chatId(change), GoneReason.FORBIDDEN);
    }
  }

  private static ChatId chatId(JsonNode about) {
    return new ChatId(Platform.TELEGRAM, "", about.path("chat").path("id").asString("unknown"), "");
  }
}
