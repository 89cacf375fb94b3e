package dev.bongsu.config;

import static dev.bongsu.config.TelegramTestChat.GROUP;
import static dev.bongsu.config.TelegramTestChat.PERSON;
import static dev.bongsu.config.TelegramTestChat.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessStore;
import dev.bongsu.chat.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who is let in on Telegram, and who may change a group.
class TelegramAccessTest {
  private final TelegramTestChat chat = new TelegramTestChat();

  @AfterEach
  void stop() {
    chat.close();
  }

  @Test
  void r100AClosedBotIsPairedOnceAndTellsStrangersOnceADay() {
    chat.start("closed");
    String code = chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow();
    chat.say(STRANGER, "/start");
    chat.say(STRANGER, "/subscribe word");
    chat.say(STRANGER, "/start AAAAA-AAAAA");
    assertThat(chat.texts(STRANGER))
        .satisfiesExactly(
            start -> assertThat(start).startsWith("This bot has no owner yet"),
            other -> assertThat(other).startsWith("This bot is private"),
            wrong -> assertThat(wrong).startsWith("This code is not valid"));

    chat.say(PERSON, "/start " + code.toLowerCase(Locale.ROOT));
    assertThat(chat.last(PERSON).text()).startsWith("You are now the owner");
    chat.say(PERSON, "/subscribe word");
    assertThat(chat.last(PERSON).text()).startsWith("Subscribed: word");
    chat.say(STRANGER, "/start " + code);
    chat.say(STRANGER, "/start");
    chat.say(STRANGER, "/list");
    assertThat(chat.texts(STRANGER))
        .hasSize(4)
        .last()
        .asString()
        .startsWith("This code is not valid");
    assertThat(chat.bean(Access.class).pairingCode(Platform.TELEGRAM)).isEmpty();

    chat.clock.advance(Duration.ofHours(25));
    chat.say(STRANGER, "/list");
    assertThat(chat.texts(STRANGER)).hasSize(5);
  }

  @Test
  void r100AnOwnerInvitesOrOpensTheBot() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.say(PERSON, "/invite");
    String invitation = chat.last(PERSON).text();
    assertThat(invitation).contains("https://t.me/BongsuBot?start=");
    String code = invitation.replaceFirst("(?s).*start=", "").strip();

    chat.say(STRANGER, "/start " + code);
    assertThat(chat.last(STRANGER).text()).startsWith("Welcome!");
    chat.say(STRANGER, "/subscribe word");
    chat.say(STRANGER, "/invite");
    assertThat(chat.last(STRANGER).text()).startsWith("Only the owners");
    chat.say(9, "/list");
    chat.say(PERSON, "/access open");
    chat.say(9, "/list");
    assertThat(chat.texts(9)).hasSize(2);
    assertThat(chat.last(9).text()).startsWith("No subscriptions yet");
  }

  @Test
  void r100AnOwnerSeesWhoIsLetInAndTakesThemOut() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.say(PERSON, "/invite");
    chat.say(
        STRANGER, "/start " + chat.last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
    chat.say(PERSON, "/access");
    assertThat(chat.last(PERSON).text())
        .contains("1. " + PERSON + " - owner", "2. " + STRANGER + " - guest");

    chat.say(PERSON, "/access remove 1");
    assertThat(chat.last(PERSON).text()).contains("is the last owner and cannot be removed");
    chat.say(PERSON, "/access remove 2");
    chat.say(STRANGER, "/list");
    assertThat(chat.last(STRANGER).text()).startsWith("This bot is private");
    chat.say(PERSON, "/access");
    assertThat(chat.last(PERSON).text()).doesNotContain("- guest");
    chat.say(PERSON, "/access remove 2");
    assertThat(chat.last(PERSON).text()).startsWith("\"2\" is not in the list");
  }

  @Test
  void r100AnotherOwnerIsMadeAndMayTakeOutTheFirst() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.say(PERSON, "/invite");
    chat.say(
        STRANGER, "/start " + chat.last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
    chat.say(STRANGER, "/access owner 2");
    assertThat(chat.last(STRANGER).text()).startsWith("Only the owners");
    chat.say(PERSON, "/access owner 2");
    chat.say(STRANGER, "/access remove " + PERSON);
    assertThat(chat.last(STRANGER).text()).contains("can no longer use this bot");
    chat.say(PERSON, "/access");
    assertThat(chat.last(PERSON).text()).startsWith("This bot is private");
  }

  @Test
  void r100TheOwnersCodeSaidInAGroupIsNotUsedUp() {
    chat.start("closed");
    String code = chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow();
    chat.telegram.update(
        """
        {"message": {"text": "/start %s", "sender_chat": {"id": -100123},
          "from": {"id": 1087968824, "is_bot": true},
          "chat": {"id": -100123, "type": "supergroup"}}}
        """
            .formatted(code));
    chat.runDueWork();
    assertThat(chat.last(GROUP).text()).startsWith("Send this to me in a private chat");
    assertThat(chat.bean(AccessStore.class).hasOwner(Platform.TELEGRAM)).isFalse();

    chat.say(PERSON, "/start " + code);
    assertThat(chat.last(PERSON).text()).startsWith("You are now the owner");
  }

  @Test
  void r100AUsedOrAWrongCodeLetsNobodyIn() {
    chat.start("closed");
    String code = chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow();
    chat.say(PERSON, "/start " + code);
    chat.say(STRANGER, "/start " + code);
    chat.say(9, "/start KT7QW-9MHRA");
    chat.say(PERSON, "/start " + code);

    assertThat(chat.last(STRANGER).text()).startsWith("This code is not valid");
    assertThat(chat.last(9).text()).startsWith("This code is not valid");
    assertThat(chat.last(PERSON).text()).doesNotContain("not valid");
    assertThat(chat.bean(AccessStore.class).grants(Platform.TELEGRAM)).hasSize(1);
  }

  @Test
  void r100TwoWhoSayOneCodeAtOnceAreOneGuest() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.say(PERSON, "/invite");
    String code = chat.last(PERSON).text().replaceFirst("(?s).*start=", "").strip();
    chat.telegram.say(STRANGER, "/start " + code);
    chat.telegram.say(9, "/start " + code);
    chat.runDueWork();

    assertThat(List.of(chat.last(STRANGER).text(), chat.last(9).text()))
        .filteredOn(text -> text.startsWith("Welcome!"))
        .hasSize(1);
    assertThat(chat.bean(AccessStore.class).grants(Platform.TELEGRAM)).hasSize(2);
  }

  @Test
  void r100AGuestBringsAGroupInAndItStays() {
    chat.start("closed");
    chat.say(
        PERSON, "/start " + chat.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
    chat.say(PERSON, "/invite");
    chat.say(
        STRANGER, "/start " + chat.last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
    chat.telegram.setMember(GROUP, STRANGER, "administrator");
    chat.telegram.setMember(GROUP, 9, "administrator");
    chat.sayInGroup(9, "/list");
    assertThat(chat.last(GROUP).text()).startsWith("This bot is private");
    chat.sayInGroup(STRANGER, "/subscribe word");
    assertThat(chat.last(GROUP).text()).startsWith("Subscribed: word");
    chat.sayInGroup(9, "/list");
    assertThat(chat.last(GROUP).text()).contains("1. word");
    chat.say(9, "/list");
    assertThat(chat.last(9).text())
        .as("alone they are strangers")
        .startsWith("This bot is private");
  }
}
