package dev.bongsu.config;

import static dev.bongsu.config.TelegramTestChat.GROUP;
import static dev.bongsu.config.TelegramTestChat.PERSON;
import static dev.bongsu.config.TelegramTestChat.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.Access;
import dev.bongsu.chat.Platform;
import dev.bongsu.testkit.FakeTelegram.SentMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Guests of a closed bot, the groups they use it in, and codes.
class TelegramGuestsTest {
  private final TelegramTestChat chat = new TelegramTestChat();

  @AfterEach
  void stop() {
    chat.close();
  }

  @Test
  void c9AWrongCodeIsAnsweredAFewTimesADayAndSaysWhereTheCodeIs() {
    chat.start("closed");
    assertThat(chat.bean(Access.class).pairingCode(Platform.TELEGRAM)).isPresent();
    for (String typed :
        List.of("AAAAA-AAAA", "ABCDE FGHJK", "hello", "12345-67890", "x", "y", "z")) {
      chat.say(STRANGER, "/start " + typed);
    }
    assertThat(chat.texts(STRANGER))
        .hasSize(5)
        .allMatch(text -> text.startsWith("This code is not valid") && text.contains("its log"));
    chat.say(PERSON, "/시작");
    assertThat(chat.last(PERSON).text()).startsWith("This bot has no owner yet");
    chat.clock.advance(Duration.ofHours(25));
    chat.say(STRANGER, "/start AAAAA-AAAAA");
    assertThat(chat.texts(STRANGER)).hasSize(6);
  }

  @Test
  void c1AGroupThatAnOwnerUsesIsLetInWithItsMembers() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.telegram.setMember(GROUP, PERSON, "administrator");
    chat.telegram.setMember(GROUP, STRANGER, "administrator");
    chat.telegram.setMember(GROUP, 9, "member");
    chat.sayInGroup(STRANGER, "/list");
    assertThat(chat.last(GROUP).text()).startsWith("This bot is private");
    chat.sayInGroup(PERSON, "/subscribe word");
    chat.sayInGroup(STRANGER, "/subscribe other");
    assertThat(chat.last(GROUP).text()).startsWith("Subscribed: other");
    chat.sayInGroup(9, "/list");
    assertThat(chat.last(GROUP).text()).contains("1. word", "2. other");
    chat.sayInGroup(9, "/subscribe third");
    assertThat(chat.last(GROUP).text()).startsWith("Only administrators");
    chat.say(STRANGER, "/list");
    assertThat(chat.last(STRANGER).text()).startsWith("This bot is private");
  }

  @Test
  void c17ForgetKeepsAGuestsRight() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.say(PERSON, "/invite");
    chat.say(
        STRANGER, "/start " + chat.last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
    chat.say(STRANGER, "/subscribe word");
    chat.say(STRANGER, "/forget yes");
    assertThat(chat.last(STRANGER).text()).contains("You may still use this bot");
    chat.say(STRANGER, "/start");
    assertThat(chat.last(STRANGER).text()).startsWith("Hello");
    chat.say(STRANGER, "/list");
    assertThat(chat.last(STRANGER).text()).startsWith("No subscriptions yet");
  }

  @Test
  void f19RemovingAGuestAsksAboutTheGroupsTheyBroughtIn() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.say(PERSON, "/invite");
    chat.say(
        STRANGER, "/start " + chat.last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
    chat.telegram.setMember(GROUP, STRANGER, "administrator");
    chat.sayInGroup(STRANGER, "/subscribe word");

    chat.say(PERSON, "/access remove " + STRANGER);
    SentMessage question = chat.last(PERSON);
    assertThat(question.text())
        .startsWith(STRANGER + " used this bot in one group")
        .contains(String.valueOf(GROUP), "/access remove " + STRANGER + " groups");
    chat.say(STRANGER, "/list");
    assertThat(chat.last(STRANGER).text()).startsWith("No subscriptions yet");

    chat.press(question, "Keep the groups");
    chat.say(STRANGER, "/list");
    assertThat(chat.last(STRANGER).text()).startsWith("This bot is private");
    chat.sayInGroup(9, "/list");
    assertThat(chat.last(GROUP).text()).contains("1. word");
  }

  @Test
  void f19TheGroupsGoTooWhenTheOwnerSaysSo() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    for (int guest : List.of(21, 22)) {
      chat.say(PERSON, "/invite");
      chat.say(
          guest, "/start " + chat.last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
    }
    chat.telegram.setMember(GROUP, 21, "administrator");
    chat.sayInGroup(21, "/subscribe word");
    chat.say(PERSON, "/access remove 21 22");
    assertThat(chat.last(PERSON).text()).contains("/access remove 21 22 groups");
    chat.say(PERSON, "/access remove 21 99");
    assertThat(chat.last(PERSON).text()).startsWith("\"99\" is not in the list");
    chat.say(PERSON, "/access remove 21 22 groups");
    assertThat(chat.last(PERSON).text())
        .contains("21 can no longer", "22 can no longer", "One group");
    chat.sayInGroup(9, "/list");
    assertThat(chat.last(GROUP).text()).startsWith("This bot is private");
    chat.say(PERSON, "/access");
    assertThat(chat.last(PERSON).text()).doesNotContain("guest\n");
  }
}
