package dev.bongsu.config;

import static dev.bongsu.config.TelegramTestChat.PERSON;
import static dev.bongsu.config.TelegramTestChat.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.FakeTelegram.SentMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chat's data on Telegram: exported, imported, deleted.
class TelegramUserDataTest {
  private final TelegramTestChat chat = new TelegramTestChat();

  @AfterEach
  void stop() {
    chat.close();
  }

  @Test
  void isGivenTakenOverAndDeleted() {
    chat.start("open");
    chat.say(PERSON, "/addfeed " + chat.publish("spring-festival"));
    chat.say(PERSON, "/subscribe 사이버안보 \"a: b\"");
    chat.say(PERSON, "/pause 1");
    chat.say(PERSON, "/timezone Berlin");
    chat.say(PERSON, "/export");
    String exported = chat.last(PERSON).text();
    assertThat(exported)
        .contains("timezone: Europe/Berlin", chat.news.feed().toString(), "paused: true");

    chat.say(STRANGER, "/import\n" + exported);
    assertThat(chat.texts(STRANGER))
        .containsExactly(
            "Imported: 1 of one subscription. What was here already, or cannot be used, was left"
                + " out.\n"
                + "I am looking for one feed now and will write when that is done. You can go on"
                + " meanwhile.",
            "The import is done. Feeds added: 1; here already: 0.");
    chat.say(STRANGER, "/list");
    assertThat(chat.last(STRANGER).text()).contains("사이버안보 \"a: b\"", "⏸ paused");

    chat.say(PERSON, "/forget");
    SentMessage sure = chat.last(PERSON);
    assertThat(sure.text()).contains("one subscription");
    chat.press(sure, "Yes, delete everything");
    assertThat(chat.current(sure).text()).startsWith("Everything was deleted");
    chat.say(PERSON, "/list");
    assertThat(chat.last(PERSON).text()).startsWith("No subscriptions yet");
    chat.say(STRANGER, "/list");
    assertThat(chat.last(STRANGER).text()).contains("사이버안보");
  }

  @Test
  void feedsAreGivenAndTakenAsOpml() {
    chat.start("open");
    chat.say(PERSON, "/export opml");
    assertThat(chat.last(PERSON).text()).startsWith("This chat has added no feed");
    chat.say(PERSON, "/addfeed " + chat.publish("spring-festival"));
    chat.say(PERSON, "/export opml");
    String opml = chat.last(PERSON).text();
    assertThat(opml).contains("<opml", "xmlUrl=\"" + chat.news.feed() + "\"");

    chat.say(STRANGER, "/import " + opml);
    assertThat(chat.last(STRANGER).text()).contains("Feeds added: 1");
    chat.say(STRANGER, "/import <!DOCTYPE x [<!ENTITY a \"b\">]><opml/>");
    assertThat(chat.last(STRANGER).text()).startsWith("I cannot read that");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/import nonsense",
        "/import !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://a.example\"]]",
        "/import a: &a [x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]",
        "/import {"
      })
  void r103WhatIsNoExportIsRefused(String text) {
    chat.start("open");
    chat.say(PERSON, text);
    assertThat(chat.last(PERSON).text()).startsWith("I cannot read that");
  }
}
