package dev.bongsu.telegram;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatComings;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Hears from updates which chats went, came back or moved. It is done before Telegram is told that
/// the update arrived, and may be done twice.
final class TelegramComings {
  /// The kinds it needs beside messages.
  static final List<String> KINDS = List.of("my_chat_member");

  private final ChatComings comings;

  TelegramComings(ChatComings comings) {
    this.comings = comings;
  }

  void hear(JsonNode update) {
    if (update.path("my_chat_member").isObject()) {
      hearOfMember(update.path("my_chat_member"));
    }
    JsonNode message = update.path("message");
    if (message.path("migrate_to_chat_id").isIntegralNumber()) {
      comings.moved(id(message), message.path("migrate_to_chat_id").asString(""));
    }
    if (message.path("migrate_from_chat_id").isIntegralNumber()) {
      String from = message.path("migrate_from_chat_id").asString("");
      comings.moved(new ChatId(Platform.TELEGRAM, "", from, ""), id(message).channel());
    }
    if (message.has("forum_topic_reopened")) {
      String topic = message.path("message_thread_id").asString("");
      comings.back(new ChatId(Platform.TELEGRAM, "", id(message).channel(), topic));
    }
  }

  /// What the bot is in a chat now (Bot API, `ChatMember`).
  private void hearOfMember(JsonNode change) {
    JsonNode member = change.path("new_chat_member");
    boolean isPrivate = "private".equals(change.path("chat").path("type").asString(""));
    switch (member.path("status").asString("")) {
      case "kicked", "left" ->
          comings.left(id(change), isPrivate ? GoneReason.BLOCKED : GoneReason.NOT_MEMBER);
      case "restricted" -> mayWrite(change, member.path("can_send_messages").asBoolean(true));
      // In groups an administrator has no such right; in channels it is the one to write.
      case "administrator" -> mayWrite(change, member.path("can_post_messages").asBoolean(true));
      case "member", "creator" -> comings.back(id(change));
      default -> {}
    }
  }

  private void mayWrite(JsonNode change, boolean may) {
    if (may) {
      comings.back(id(change));
    } else {
      comings.left(id(change), GoneReason.FORBIDDEN);
    }
  }

  private static ChatId id(JsonNode about) {
    return new ChatId(Platform.TELEGRAM, "", about.path("chat").path("id").asString("unknown"), "");
  }
}
