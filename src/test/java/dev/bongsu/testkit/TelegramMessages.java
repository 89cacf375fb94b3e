package dev.bongsu.testkit;

import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.FakeTelegram.SentMessage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The messages that have arrived in the chats of a fake Telegram, and their changes.
final class TelegramMessages {
  private final List<SentMessage> sent = new ArrayList<>();

  synchronized List<SentMessage> all() {
    return List.copyOf(sent);
  }

  synchronized ApiResponse send(JsonNode message) {
    String text = TelegramRules.check(message);
    String thread = message.path("message_thread_id").asString("");
    SentMessage one = new SentMessage(chat(message), thread, sent.size() + 1, text, message);
    sent.add(one);
    return accepted(one);
  }

  /// The new text takes the place of the old one, which is the same message.
  synchronized ApiResponse edit(JsonNode message) {
    String text = TelegramRules.check(message);
    int id = message.path("message_id").asInt(0);
    if (id < 1 || id > sent.size() || !sent.get(id - 1).chat().equals(chat(message))) {
      return ApiResponse.of(400, "Bad Request: message to edit not found");
    }
    SentMessage old = sent.get(id - 1);
    boolean sameButtons = old.body().path("reply_markup").equals(message.path("reply_markup"));
    if (old.text().equals(text) && sameButtons) {
      return ApiResponse.of(400, "Bad Request: message is not modified");
    }
    sent.set(id - 1, new SentMessage(old.chat(), old.thread(), id, text, message));
    return accepted(old);
  }

  private static String chat(JsonNode message) {
    return message.path("chat_id").asString("");
  }

  private static ApiResponse accepted(SentMessage one) {
    return FakeTelegram.ok(
        "{\"message_id\": %d, \"chat\": {\"id\": %s}}".formatted(one.id(), one.chat()));
  }
}
