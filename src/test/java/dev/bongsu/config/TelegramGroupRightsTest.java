package dev.bongsu.config;

import static dev.bongsu.config.TelegramTestChat.GROUP;
import static dev.bongsu.config.TelegramTestChat.PERSON;
import static dev.bongsu.config.TelegramTestChat.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.FakeTelegram.SentMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may change a group or channel on Telegram.
class TelegramGroupRightsTest {
  private final TelegramTestChat chat = new TelegramTestChat();

  @AfterEach
  void stop() {
    chat.close();
  }

  @Test
  void aForgetInAGroupIsConfirmedByWhoAskedOnly() {
    chat.start("open");
    chat.telegram.setMember(GROUP, PERSON, "administrator");
    chat.telegram.setMember(GROUP, STRANGER, "administrator");
    chat.sayInGroup(PERSON, "/subscribe word");
    chat.sayInGroup(PERSON, "/forget");
    SentMessage sure = chat.last(GROUP);
    chat.telegram.press(sure, "Yes, delete everything", STRANGER);
    chat.runDueWork();
    assertThat(chat.notes().getLast()).startsWith("Only the person who asked for it");
    chat.sayInGroup(PERSON, "/list");
    assertThat(chat.last(GROUP).text()).contains("1. word");
    chat.telegram.press(sure, "Yes, delete everything", PERSON);
    chat.runDueWork();
    assertThat(chat.current(sure).text()).startsWith("Everything was deleted");
  }

  @Test
  void r051AListsButtonsThatChangeAreForAdministratorsAndThoseThatShowForAll() {
    chat.start("open");
    chat.telegram.setMember(GROUP, PERSON, "administrator");
    chat.telegram.setMember(GROUP, STRANGER, "member");
    chat.sayInGroup(PERSON, "/subscribe word");
    chat.sayInGroup(STRANGER, "/list");
    SentMessage list = chat.last(GROUP);
    chat.telegram.press(list, "1", STRANGER);
    chat.runDueWork();
    assertThat(chat.current(list).text()).startsWith("1. word");
    for (String label : List.of("⏸ Pause", "🔕 Silent", "🖼 With picture", "✖ Unsubscribe")) {
      chat.telegram.press(chat.current(list), label, STRANGER);
      chat.runDueWork();
      assertThat(chat.notes().getLast()).as(label).startsWith("Only administrators");
    }
    chat.sayInGroup(STRANGER, "/list");
    assertThat(chat.last(GROUP).text()).contains("1. word").doesNotContain("paused", "silent");
  }

  @Test
  void r051OnlyAdministratorsChangeAGroup() {
    chat.start("open");
    chat.telegram.setMember(GROUP, PERSON, "administrator");
    chat.telegram.setMember(GROUP, STRANGER, "member");
    chat.sayInGroup(STRANGER, "/subscribe word");
    assertThat(chat.last(GROUP).text()).startsWith("Only administrators");
    chat.sayInGroup(STRANGER, "/list");
    assertThat(chat.last(GROUP).text()).startsWith("No subscriptions yet");
    chat.sayInGroup(PERSON, "/subscribe word");
    assertThat(chat.last(GROUP).text()).startsWith("Subscribed: word");
    SentMessage made = chat.last(GROUP);

    chat.telegram.press(made, "↩ Undo", STRANGER);
    chat.runDueWork();
    assertThat(chat.notes().getLast()).startsWith("Only administrators");
    chat.telegram.setMember(GROUP, PERSON, "member");
    chat.clock.advance(Duration.ofSeconds(61));
    chat.sayInGroup(PERSON, "/unsubscribe 1");
    assertThat(chat.last(GROUP).text()).startsWith("Only administrators");
  }

  @Test
  void r051WhatTelegramDoesNotSayCountsAsNo() {
    chat.start("open");
    for (ApiResponse trouble :
        List.of(
            ApiResponse.of(400, "Bad Request: user not found"),
            ApiResponse.of(403, "Forbidden: bot was kicked"),
            ApiResponse.of(404, "Not Found"),
            ApiResponse.badGateway(),
            ApiResponse.dropped())) {
      chat.telegram.respondWith("getchatmember", trouble);
      chat.sayInGroup(PERSON, "/subscribe word");
      assertThat(chat.last(GROUP).text()).as("%s", trouble).startsWith("I cannot check right now");
    }
    chat.telegram.clearResponses();
    chat.telegram.setMember(GROUP, PERSON, "creator");
    chat.sayInGroup(PERSON, "/subscribe word");
    assertThat(chat.last(GROUP).text()).startsWith("Subscribed");
  }

  @Test
  void r021WhoSpeaksAsTheChatIsItsAdministratorAndWhoIsNotNamedIsNobody() {
    chat.start("open");
    chat.telegram.update(
        """
        {"message": {"text": "/subscribe anonymous", "sender_chat": {"id": -100123},
          "from": {"id": 1087968824, "is_bot": true},
          "chat": {"id": -100123, "type": "supergroup"}}}
        """);
    chat.telegram.update(
        """
        {"message": {"text": "/subscribe channel", "sender_chat": {"id": -100999},
          "from": {"id": 136817688, "is_bot": true},
          "chat": {"id": -100123, "type": "supergroup"}}}
        """);
    chat.telegram.update(
        """
        {"message": {"text": "/subscribe nobody",
          "chat": {"id": -100123, "type": "supergroup"}}}
        """);
    chat.telegram.update(
        """
        {"channel_post": {"text": "/subscribe post", "sender_chat": {"id": -100777},
          "chat": {"id": -100777, "type": "channel"}}}
        """);
    chat.runDueWork();

    assertThat(chat.texts(GROUP)).hasSize(3).first().asString().startsWith("Subscribed: anonymous");
    assertThat(chat.texts(GROUP).subList(1, 3)).allMatch(text -> text.startsWith("Only admin"));
    assertThat(chat.last(-100777).text()).startsWith("Subscribed: post");
  }

  @Test
  void r022EditedForwardedAndOtherBotsCommandsAreNotOurs() {
    chat.start("open");
    chat.telegram.update(
        """
        {"edited_message": {"text": "/subscribe edited", "from": {"id": 7},
          "chat": {"id": 7, "type": "private"}}}
        """);
    chat.telegram.update(
        """
        {"message": {"text": "/subscribe forwarded", "from": {"id": 7},
          "forward_origin": {"type": "user"}, "chat": {"id": 7, "type": "private"}}}
        """);
    chat.sayInGroup(PERSON, "/subscribe@otherbot word");
    chat.runDueWork();

    assertThat(chat.telegram.requests("sendmessage")).isEmpty();
  }

  @Test
  void aChannelIsManagedFromAPrivateChatByItsAdministratorsOnly() {
    chat.start("open");
    chat.telegram.setUsername("@our_news", GROUP);
    chat.telegram.setMember(GROUP, PERSON, "administrator");
    chat.say(PERSON, "/subscribe @our_news 사이버안보");
    assertThat(chat.last(PERSON).text()).startsWith("Subscribed: 사이버안보");
    chat.say(PERSON, "/list @our_news");
    SentMessage list = chat.last(PERSON);
    assertThat(list.text()).contains("1. 사이버안보");
    chat.say(PERSON, "/list");
    assertThat(chat.last(PERSON).text()).startsWith("No subscriptions yet");
    chat.press(list, "1");
    chat.press(chat.current(list), "⏸ Pause");
    assertThat(chat.current(list).text()).contains("⏸ paused");
    chat.say(STRANGER, "/subscribe @our_news word");
    assertThat(chat.last(STRANGER).text()).startsWith("I cannot check");
    chat.say(PERSON, "/subscribe @nowhere word");
    assertThat(chat.last(PERSON).text()).startsWith("There is no chat @nowhere");
  }
}
