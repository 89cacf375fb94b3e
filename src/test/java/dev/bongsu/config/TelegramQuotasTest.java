package dev.bongsu.config;

import static dev.bongsu.config.TelegramTestChat.PERSON;
import static dev.bongsu.config.TelegramTestChat.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How much one person may ask of the bot on Telegram.
class TelegramQuotasTest {
  private final TelegramTestChat chat = new TelegramTestChat();

  @AfterEach
  void stop() {
    chat.close();
  }

  @Test
  void r099TwentyCommandsAMinuteAreAnsweredThenNoneAndOthersGoOn() {
    chat.start("open");
    for (int i = 0; i < 30; i++) {
      chat.say(PERSON, "/timezone Seoul");
    }
    chat.say(STRANGER, "/list");
    assertThat(chat.texts(PERSON))
        .hasSize(21)
        .last()
        .asString()
        .contains("more than 20 things in a minute");
    assertThat(chat.texts(STRANGER)).hasSize(1);
    chat.clock.advance(Duration.ofSeconds(61));
    chat.say(PERSON, "/list");
    assertThat(chat.last(PERSON).text()).startsWith("No subscriptions yet");
  }

  @Test
  void r099FiveCommandsInABreathAreAnswered() {
    chat.start("open");
    for (int i = 0; i < 5; i++) {
      chat.telegram.say(PERSON, "/list");
    }
    chat.runDueWork();
    assertThat(chat.texts(PERSON)).hasSize(5).allMatch(text -> text.startsWith("No subscriptions"));
  }

  @Test
  void r099FiftySubscriptionsAndNoMore() {
    chat.start("open");
    for (int i = 0; i < 50; i++) {
      chat.clock.advance(Duration.ofSeconds(10));
      chat.say(PERSON, "/subscribe word" + i);
    }
    chat.clock.advance(Duration.ofSeconds(10));
    chat.say(PERSON, "/subscribe more");
    assertThat(chat.last(PERSON).text()).startsWith("This chat has 50 subscriptions");
  }

  @Test
  void r099TwentyFeedsADayAndNoMore() {
    chat.start("open");
    for (int i = 0; i < 21; i++) {
      String path = "/feed" + i;
      chat.publisher.serve(path, TelegramTestChat.rss(i), "application/rss+xml");
      chat.say(PERSON, "/addfeed " + chat.publisher.address(path));
      chat.clock.advance(Duration.ofSeconds(10));
    }
    assertThat(chat.texts(PERSON))
        .hasSize(21)
        .last()
        .asString()
        .startsWith("This chat has added 20");
    assertThat(chat.texts(PERSON).get(19)).startsWith("Now I watch this feed");
    chat.clock.advance(Duration.ofHours(25));
    chat.say(PERSON, "/addfeed " + chat.publisher.address("/feed20"));
    assertThat(chat.last(PERSON).text()).startsWith("Now I watch this feed");
  }

  @Test
  void r100FeedsAreForOwnersToAddWhereItIsSetSo() {
    chat.start("open", Map.of("bongsu.access.add-feeds", "owner"));
    chat.say(PERSON, "/addfeed " + chat.publish("spring-festival"));
    assertThat(chat.last(PERSON).text()).startsWith("Only the owners of this bot add feeds");
    chat.say(PERSON, "/import feeds: [" + chat.news.feed() + "]");
    assertThat(chat.last(PERSON).text()).startsWith("Only the owners of this bot add feeds");
    chat.bean(AccessStore.class)
        .grant(new ChatId(Platform.TELEGRAM, "", "7", ""), "7", AccessStore.Role.OWNER);
    chat.say(PERSON, "/addfeed " + chat.news.feed());
    assertThat(chat.last(PERSON).text()).startsWith("Now I watch this feed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/start ; drop table chat;--",
        "/start ' or 1=1 --",
        "/start ٣٤٥٦٧-٨٩٠١٢",
        "/start AAAAA-AAAA",
        "/start %00%ff",
        "/start AAAAA-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void r108APayloadThatIsNoCodeIsNone(String text) {
    chat.start("closed");
    assertThat(chat.bean(Access.class).pairingCode(Platform.TELEGRAM)).isPresent();
    chat.say(STRANGER, text);
    assertThat(chat.last(STRANGER).text()).startsWith("This code is not valid");
  }
}
