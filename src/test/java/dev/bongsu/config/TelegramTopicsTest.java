package dev.bongsu.config;

import static dev.bongsu.config.TelegramTestChat.GROUP;
import static dev.bongsu.config.TelegramTestChat.PERSON;
import static dev.bongsu.config.TelegramTestChat.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.FakeTelegram.SentMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Topics of a forum that are closed or deleted (L8).
class TelegramTopicsTest {
  private final TelegramTestChat chat = new TelegramTestChat();

  @AfterEach
  void stop() {
    chat.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bad Request: message thread not found",
        "Bad Request: TOPIC_DELETED",
        "Bad Request: TOPIC_ID_INVALID",
        "Bad Request: invalid message thread specified",
        "Bad Request: MESSAGE_THREAD_INVALID"
      })
  void l8SubscriptionsOfADeletedTopicMoveToTheGroup(String description) {
    loseTopic("7", description);
    SentMessage offer = chat.last(GROUP);
    assertThat(offer.text()).contains("topic 7 was deleted", "one subscription: harbour");

    chat.telegram.press(offer, "↪ Move topic 7 here", STRANGER);
    chat.runDueWork();
    assertThat(chat.notes().getLast()).startsWith("Only administrators");
    press(offer, "↪ Move topic 7 here");
    assertThat(chat.current(offer).text())
        .isEqualTo("One subscription of the topic 7 moved to the whole group.");
    press(offer, "✖ End topic 7");
    assertThat(chat.notes().getLast()).contains("no longer exists");
    chat.sayInGroup(PERSON, "/list");
    assertThat(chat.last(GROUP).text()).contains("1. harbour - ").doesNotContain("topic 7");
  }

  @Test
  void l8AListShowsTheSubscriptionsOfATopicThatIsGoneAndEndsThem() {
    loseTopic("9", "Bad Request: message thread not found");
    chat.sayInGroup(PERSON, "/list");
    SentMessage list = chat.last(GROUP);
    assertThat(list.text()).contains("No subscriptions yet", "topic 9 was deleted", "harbour");
    assertThat(list.buttons()).contains("↪ Move topic 9 here", "✖ End topic 9");

    press(list, "✖ End topic 9");
    assertThat(chat.current(list).text()).isEqualTo("One subscription of the topic 9 ended.");
    chat.sayInGroup(PERSON, "/list");
    assertThat(chat.last(GROUP).text()).doesNotContain("topic 9");
  }

  @Test
  void l8AClosedTopicIsInTheListUntilItIsReopened() {
    loseTopic("11", "Bad Request: TOPIC_CLOSED");
    assertThat(chat.last(GROUP).text()).contains("topic 11 is closed").doesNotContain("deleted");
    chat.sayInGroup(PERSON, "/list");
    assertThat(chat.last(GROUP).text()).contains("topic 11 is closed", "harbour");

    chat.telegram.clearResponses();
    chat.telegram.setMember(GROUP, PERSON, "administrator");
    chat.telegram.update(
        """
        {"message": {"forum_topic_reopened": {}, "message_thread_id": 11,
          "is_topic_message": true, "from": {"id": 7}, "chat": {"id": %d, "type": "supergroup"}}}
        """
            .formatted(GROUP));
    chat.runDueWork();
    chat.sayInGroup(PERSON, "/list");
    assertThat(chat.last(GROUP).text()).doesNotContain("topic 11");
  }

  @Test
  void l8AnAdministratorSeesItFromAPrivateChatToo() {
    loseTopic("13", "Bad Request: message thread not found");
    chat.telegram.setUsername("@our_news", GROUP);
    chat.say(PERSON, "/list @our_news");
    SentMessage list = chat.last(PERSON);
    assertThat(list.text()).contains("topic 13 was deleted");
    chat.press(list, "↪ Move topic 13 here");
    chat.say(PERSON, "/list @our_news");
    assertThat(chat.last(PERSON).text()).contains("1. harbour").doesNotContain("topic 13");
  }

  private void loseTopic(String topic, String description) {
    chat.start("open", Map.of());
    chat.telegram.setMember(GROUP, PERSON, "administrator");
    chat.telegram.setMember(GROUP, STRANGER, "member");
    sayInTopic(topic, "/subscribe harbour");
    chat.telegram.respondWith(GROUP, topic, ApiResponse.of(400, description));
    sayInTopic(topic, "/list");
  }

  private void sayInTopic(String topic, String text) {
    chat.telegram.update(
        """
        {"message": {"text": "%s", "from": {"id": 7, "language_code": "en"},
          "is_topic_message": true, "message_thread_id": %s,
          "chat": {"id": %d, "type": "supergroup"}}}
        """
            .formatted(text, topic, GROUP));
    chat.runDueWork();
  }

  private void press(SentMessage message, String label) {
    chat.telegram.press(message, label, PERSON);
    chat.runDueWork();
  }
}
