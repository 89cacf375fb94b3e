package dev.bongsu.testkit;

import dev.bongsu.testkit.FakeTelegram.Sent;
import dev.bongsu.testkit.FakeTelegram.Trouble;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The messages that have arrived in the chats of a fake Telegram, and their changes.
final class TelegramMessages {
  private final List<Sent> sent = new ArrayList<>();

  synchronized List<Sent> all() {
    return List.copyOf(sent);
  }

  synchronized Trouble send(JsonNode message) {
    String text = TelegramRules.check(message);
    String thread = message.path("message_thread_id").asString("");
    Sent one = new Sent(chat(message), thread, sent.size() + 1, text, message);
    sent.add(one);
    return taken(one);
  }

  /// The new text takes the place of the old one, which is the same message.
  synchronized Trouble edit(JsonNode message) {
    String text = TelegramRules.check(message);
    int id = message.path("message_id").asInt(0);
    if (id < 1 || id > sent.size() || !sent.get(id - 1).chat().equals(chat(message))) {
      return Trouble.of(400, "Bad Request: message to edit not found");
    }
    Sent old = sent.get(id - 1);
    boolean sameButtons = old.body().path("reply_markup").equals(message.path("reply_markup"));
    if (old.text().equals(text) && sameButtons) {
      return Trouble.of(400, "Bad Request: message is not modified");
    }
    sent.set(id - 1, new Sent(old.chat(), old.thread(), id, text, message));
    return taken(old);
  }

  private static String chat(JsonNode message) {
    return message.path("chat_id").asString("");
  }

  private static Trouble taken(Sent one) {
    return FakeTelegram.ok(
        "{\"message_id\": %d, \"chat\": {\"id\": %s}}".formatted(one.id(), one.chat()));
  }
}
