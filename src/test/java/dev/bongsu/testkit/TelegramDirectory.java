package dev.bongsu.testkit;

import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// Who is what in the chats of a fake Telegram, and what chats are called.
final class TelegramDirectory {
  private final Map<String, String> members = new ConcurrentHashMap<>();
  private final Map<String, Long> names = new ConcurrentHashMap<>();

  void memberStatus(long chat, long person, String status) {
    members.put(chat + "/" + person, status);
  }

  void name(String name, long chat) {
    names.put(name, chat);
  }

  /// `getChatMember`.
  ApiResponse memberStatus(JsonNode parameters) {
    String key =
        parameters.path("chat_id").asString("") + "/" + parameters.path("user_id").asString("");
    String status = members.get(key);
    return status == null
        ? ApiResponse.of(400, "Bad Request: user not found")
        : FakeTelegram.ok("{\"status\": \"%s\", \"user\": {\"id\": 1}}".formatted(status));
  }

  /// `getChat`.
  ApiResponse chat(JsonNode parameters) {
    Long id = names.get(parameters.path("chat_id").asString(""));
    return id == null
        ? ApiResponse.of(400, "Bad Request: chat not found")
        : FakeTelegram.ok("{\"id\": %d, \"type\": \"channel\"}".formatted(id));
  }
}
