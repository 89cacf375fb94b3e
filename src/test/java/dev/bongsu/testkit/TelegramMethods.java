package dev.bongsu.testkit;

import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// What a fake Telegram answers to each method of the Bot API that the bot uses.
final class TelegramMethods {
  private final Map<String, ApiResponse> chatResponses = new ConcurrentHashMap<>();
  private final TelegramDirectory directory = new TelegramDirectory();
  private final TelegramMessages messages = new TelegramMessages();
  private final UpdateQueue updates = new UpdateQueue();
  private final TelegramLimits limits = new TelegramLimits();

  Map<String, ApiResponse> chatResponses() {
    return chatResponses;
  }

  TelegramDirectory directory() {
    return directory;
  }

  TelegramMessages messages() {
    return messages;
  }

  UpdateQueue updates() {
    return updates;
  }

  TelegramLimits limits() {
    return limits;
  }

  ApiResponse answer(String method, JsonNode parameters) {
    return switch (method) {
      case "getme" ->
          FakeTelegram.ok(
              "{\"id\": 1234567890, \"is_bot\": true, \"username\": \"%s\"}"
                  .formatted(FakeTelegram.USERNAME));
      case "getwebhookinfo" -> FakeTelegram.ok("{\"url\": \"\", \"pending_update_count\": 0}");
      case "getupdates" -> updates.poll(parameters);
      case "sendmessage" -> send(parameters);
      case "editmessagetext" -> messages.edit(parameters);
      case "answercallbackquery" -> FakeTelegram.ok("true");
      case "getchatmember" -> directory.memberStatus(parameters);
      case "getchat" -> directory.chat(parameters);
      case "setmycommands" -> {
        TelegramRules.checkCommands(parameters);
        yield FakeTelegram.ok("true");
      }
      default -> ApiResponse.of(404, "Not Found");
    };
  }

  private ApiResponse send(JsonNode message) {
    String chat = message.path("chat_id").asString("");
    Duration wait = limits.tryAcquire(chat);
    if (wait.isPositive()) {
      return ApiResponse.tooMany((int) Math.ceilDiv(wait.toMillis(), 1000));
    }
    String topic = chat + "/" + message.path("message_thread_id").asString("");
    ApiResponse trouble = chatResponses.getOrDefault(topic, chatResponses.get(chat));
    return trouble == null ? messages.send(message) : trouble;
  }
}
