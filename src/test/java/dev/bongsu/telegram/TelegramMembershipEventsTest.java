package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestOutbox;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TelegramMembershipEventsTest {
  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final ChatStore chats = new ChatStore(database.database(), clock);
  private final TelegramMembershipEvents events =
      new TelegramMembershipEvents(new TestOutbox(database, clock).lifecycle());

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void r005ABlockedBotIsHeardOfAndItsReturnToo() {
    meet("7");
    member(7, "private", "kicked");
    assertThat(state("7")).isEqualTo("gone blocked");

    member(7, "private", "member");
    assertThat(state("7")).startsWith("active");
  }

  @Test
  void r006AGroupsMoveIsHeardOfFromEitherSide() {
    meet("-5");
    meet("-6");
    update(
        """
        {"message": {"chat": {"id": -5, "type": "group"}, "migrate_to_chat_id": -1005}}
        """);
    update(
        """
        {"message": {"chat": {"id": -1006, "type": "supergroup"}, "migrate_from_chat_id": -6}}
        """);

    assertThat(state("-1005")).startsWith("active");
    assertThat(state("-1006")).startsWith("active");
  }

  private void meet(String channel) {
    chats.findOrCreate(new ChatId(Platform.TELEGRAM, "", channel, ""), Locale.ENGLISH);
  }

  private void update(String json) {
    events.onUpdate(JsonMapper.shared().readTree(json));
  }

  private void member(long chat, String type, String status) {
    update(
        """
        {"my_chat_member": {"chat": {"id": %d, "type": "%s"}, "from": {"id": 7},
          "new_chat_member": {"status": "%s", "user": {"id": 1234567890, "is_bot": true}}}}
        """
            .formatted(chat, type, status));
  }

  private String state(String channel) {
    return database
        .database()
        .read()
        .sql("select state || ' ' || coalesce(gone_reason, '') as s from chat where channel = :c")
        .param("c", channel)
        .query((row, _) -> row.getString("s"))
        .single();
  }
}
