package dev.bongsu.testkit;

import dev.bongsu.testkit.FakeTelegram.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// What a fake Telegram answers to each method of the Bot API that the bot uses.
final class TelegramMethods {
  private final Map<String, Trouble> chatTroubles = new ConcurrentHashMap<>();
  private final TelegramPeople people = new TelegramPeople();
  private final TelegramMessages messages = new TelegramMessages();
  private final UpdateQueue updates = new UpdateQueue();
  private final TelegramLimits limits = new TelegramLimits();

  Map<String, Trouble> chatTroubles() {
    return chatTroubles;
  }

  TelegramPeople people() {
    return people;
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

  Trouble answer(String method, JsonNode parameters) {
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
      case "getchatmember" -> people.member(parameters);
      case "getchat" -> people.chat(parameters);
      case "setmycommands" -> {
        TelegramRules.checkCommands(parameters);
        yield FakeTelegram.ok("true");
      }
      default -> Trouble.of(404, "Not Found");
    };
  }

  private Trouble send(JsonNode message) {
    String chat = message.path("chat_id").asString("");
    Duration wait = limits.take(chat);
    if (wait.isPositive()) {
      return Trouble.tooMany((int) Math.ceilDiv(wait.toMillis(), 1000));
    }
    Trouble trouble = chatTroubles.get(chat);
    return trouble == null ? messages.send(message) : trouble;
  }
}
