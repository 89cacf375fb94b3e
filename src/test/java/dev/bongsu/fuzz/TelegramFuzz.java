package dev.bongsu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.config.TelegramTestChat;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Answers a bot's polls with updates that are not as Telegram documents them, and with bytes that
/// are no JSON.
final class TelegramFuzz {
  /// Who is in none of the updates.
  private static final long PERSON = 123_456_789;

  /// The numbers of what is said in between, so that they are never taken for confirmed.
  private static final int LATER_IDS = 100_000_000;

  private static final List<String> UPDATES =
      List.of(
          """
          {"update_id":%d,"message":{"message_id":5,"date":1772409600,"text":"/subscribe 사이버안보",
          "chat":{"id":7,"type":"private","first_name":"A"},
          "from":{"id":7,"is_bot":false,"first_name":"A","language_code":"ko"},
          "entities":[{"type":"bot_command","offset":0,"length":10}]}}
          """,
          """
          {"update_id":%d,"message":{"message_id":6,"date":1772409600,"text":"@BongsuBot list",
          "chat":{"id":-1001,"type":"supergroup","title":"G"},"is_topic_message":true,
          "message_thread_id":3,"sender_chat":{"id":-1001},"from":{"id":8,"is_bot":true},
          "reply_to_message":{"message_id":4,"from":{"id":1234567890,"is_bot":true},
          "chat":{"id":-1001,"type":"channel"}}}}
          """,
          """
          {"update_id":%d,"callback_query":{"id":"9","from":{"id":7,"language_code":"en"},
          "data":"pause:0,1:a:ABCDEFGH","message":{"message_id":5,"date":0,
          "chat":{"id":7,"type":"private"}},"chat_instance":"1"}}
          """,
          """
          {"update_id":%d,"my_chat_member":{"chat":{"id":-1002,"type":"channel"},"from":{"id":7},
          "date":1,"new_chat_member":{"status":"administrator","user":{"id":1},
          "can_post_messages":false},"old_chat_member":{"status":"left"}}}
          """,
          """
          {"update_id":%d,"message":{"message_id":7,"date":1,"chat":{"id":-1,"type":"group"},
          "from":{"id":7},"migrate_to_chat_id":-1009,"forum_topic_reopened":{},"document":{"file_id":"f",
          "file_name":"a.opml","file_size":12}}}
          """,
          """
          {"update_id":%d,"channel_post":{"message_id":8,"date":1,"text":"/list",
          "chat":{"id":-1002,"type":"channel","username":"harbour"},"forward_origin":{"type":"user"}}}
          """);

  private final JsonMutations trees;
  private final Mutations texts;

  TelegramFuzz(long seed) {
    this.trees = new JsonMutations(seed);
    this.texts = new Mutations(seed);
  }

  /// So many answers of each kind: no loop ends, and who says something afterwards is heard.
  void run(int cases) {
    try (TelegramTestChat chat = new TelegramTestChat()) {
      chat.start("open", Map.of("bongsu.access.commands-per-minute", "1000000"));
      chat.telegram.update(
          """
          {"update_id":%d,"message":{"text":"/list","chat":{"id":5,"type":"private"},"from":{"id":5}}}
          """
              .formatted(LATER_IDS));
      for (int i = 0; i < cases; i++) {
        int id = i + 1;
        String update = trees.of(UPDATES.stream().map(one -> one.formatted(id)).toList());
        answerPollsWith(chat, "{\"ok\":true,\"result\":[%s]}".formatted(update));
        answerPollsWith(chat, trees.of(List.of("{\"ok\":true,\"result\":[%s]}".formatted(update))));
        answerPollsWith(chat, texts.of(List.of("{\"ok\":true,\"result\":[%s]}".formatted(update))));
        assertHeard(chat, update);
      }
    }
  }

  private static void answerPollsWith(TelegramTestChat chat, String body) {
    chat.telegram.respondWith("getupdates", new ApiResponse(200, body));
    chat.runDueWork();
    chat.telegram.clearResponses();
  }

  private static void assertHeard(TelegramTestChat chat, String before) {
    chat.clock.advance(Duration.ofMinutes(2));
    chat.runDueWork();
    int sent = chat.telegram.sent(PERSON).size();
    chat.say(PERSON, "/list");
    assertThat(chat.telegram.sent(PERSON)).as("answers after %s", before).hasSizeGreaterThan(sent);
  }
}
