package dev.bongsu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.GoneReason;
import dev.bongsu.chat.Platform;
import dev.bongsu.delivery.ChatLifecycle;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestOutbox;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TelegramMembershipEventsTest {
  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final ChatStore chats = new ChatStore(database.database(), clock);
  private final ChatLifecycle lifecycle = new TestOutbox(database, clock).lifecycle();
  private final TelegramMembershipEvents events = new TelegramMembershipEvents(lifecycle);

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

  @Test
  void r012RestrictedBotsMayBeAllowedToWriteOrNot() {
    meet("-7");
    rights(-7, "supergroup", "restricted", "\"can_send_messages\": false");
    assertThat(state("-7")).isEqualTo("gone forbidden");
    rights(-7, "supergroup", "restricted", "\"can_send_messages\": true");
    assertThat(state("-7")).startsWith("active");
    rights(-7, "supergroup", "restricted", "\"can_send_messages\": false");
    rights(-7, "supergroup", "member", "\"tag\": \"\"");
    assertThat(state("-7")).startsWith("active");
  }

  @Test
  void r012AdministratorsOfChannelsNeedTheRightToPost() {
    meet("-8");
    rights(-8, "channel", "administrator", "\"can_post_messages\": false");
    assertThat(state("-8")).isEqualTo("gone forbidden");
    rights(-8, "channel", "administrator", "\"can_post_messages\": true");
    assertThat(state("-8")).startsWith("active");
    rights(-8, "channel", "administrator", "\"can_edit_messages\": false");
    assertThat(state("-8")).as("in a group there is no such right").startsWith("active");
  }

  @Test
  void r005BotsThatLeaveAGroupAreNotBlocked() {
    meet("-9");
    for (String status : List.of("left", "kicked")) {
      rights(-9, "supergroup", status, "\"until_date\": 0");
      assertThat(state("-9")).isEqualTo("gone not_member");
      rights(-9, "supergroup", "creator", "\"is_anonymous\": false");
      assertThat(state("-9")).startsWith("active");
    }
  }

  @Test
  void r011AReopenedTopicIsBackAndNoOther() {
    ChatId seven = topic("7");
    ChatId eight = topic("8");
    for (ChatId each : List.of(seven, eight)) {
      chats.findOrCreate(each, Locale.ENGLISH);
      lifecycle.onChatGone(each, GoneReason.TOPIC);
    }
    update(
        """
        {"message": {"chat": {"id": -10, "type": "supergroup"}, "message_thread_id": 7,
          "is_topic_message": true, "forum_topic_reopened": {}}}
        """);

    assertThat(threadState("7")).startsWith("active");
    assertThat(threadState("8")).isEqualTo("gone topic");
    member(-10, "supergroup", "member");
    assertThat(threadState("8")).as("closed by itself").isEqualTo("gone topic");
  }

  private static ChatId topic(String thread) {
    return new ChatId(Platform.TELEGRAM, "", "-10", thread);
  }

  private void rights(long chat, String type, String status, String right) {
    update(
        """
        {"my_chat_member": {"chat": {"id": %d, "type": "%s"}, "from": {"id": 7},
          "new_chat_member": {"status": "%s", %s, "user": {"id": 1, "is_bot": true}}}}
        """
            .formatted(chat, type, status, right));
  }

  private String threadState(String thread) {
    return database
        .database()
        .read()
        .sql("select state || ' ' || coalesce(gone_reason, '') as s from chat where thread = :t")
        .param("t", thread)
        .query((row, _) -> row.getString("s"))
        .single();
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
