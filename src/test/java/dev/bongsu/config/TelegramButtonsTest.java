package dev.bongsu.config;

import static dev.bongsu.config.TelegramTestChat.PERSON;
import static dev.bongsu.config.TelegramTestChat.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.FakeTelegram.SentMessage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Buttons of lists and alerts on Telegram.
class TelegramButtonsTest {
  private final TelegramTestChat chat = new TelegramTestChat();

  @AfterEach
  void stop() {
    chat.close();
  }

  @Test
  void aListIsTurnedAndItsCardsChangeInPlace() {
    chat.start("open");
    for (int i = 1; i <= 10; i++) {
      chat.say(PERSON, "/subscribe word" + i);
    }
    chat.say(PERSON, "/list");
    SentMessage list = chat.last(PERSON);
    assertThat(list.text()).contains("10 subscriptions", "8. word8").doesNotContain("9. word9");
    assertThat(list.buttons()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "Next ›");

    chat.press(list, "Next ›");
    assertThat(chat.current(list).text()).contains("9. word9").doesNotContain("8. word8");
    chat.press(chat.current(list), "9");
    assertThat(chat.current(list).text()).startsWith("9. word9");
    chat.press(chat.current(list), "⏸ Pause");
    assertThat(chat.current(list).text()).contains("⏸ paused");
    assertThat(chat.current(list).buttons()).contains("▶ Resume").doesNotContain("⏸ Pause");
    chat.press(chat.current(list), "🔕 Silent");
    assertThat(chat.current(list).text()).contains("🔕 silent");
    chat.press(chat.current(list), "✖ Unsubscribe");
    assertThat(chat.current(list).text())
        .startsWith("Unsubscribed: word9")
        .contains("9 subscriptions")
        .doesNotContain("9. word9");
    assertThat(chat.telegram.requests("answercallbackquery")).hasSize(5);
  }

  @Test
  void whereMessagesCannotBeChangedANewOneComes() {
    chat.start("open");
    chat.say(PERSON, "/subscribe word");
    chat.telegram.respondWith("editmessagetext", ApiResponse.of(404, "Not Found"));
    chat.telegram.respondWith("answercallbackquery", ApiResponse.of(404, "Not Found"));

    chat.press(chat.last(PERSON), "⏸ Pause");

    assertThat(chat.last(PERSON).text()).contains("word", "⏸ paused");
  }

  @Test
  void r023WhatIsForgedStaleOrOfAnotherChatIsRefusedAndAnswered() {
    chat.start("open");
    chat.say(PERSON, "/subscribe word");
    SentMessage made = chat.last(PERSON);
    String data = made.callbackData("⏸ Pause");
    chat.say(STRANGER, "/subscribe other");
    SentMessage theirs = chat.last(STRANGER);

    chat.telegram.pressData(theirs, data, STRANGER);
    chat.telegram.pressData(made, data.replaceFirst(",\\d+,", ",999,"), PERSON);
    chat.telegram.pressData(made, "x".repeat(64), PERSON);
    chat.telegram.pressData(made, "undo::", PERSON);
    chat.runDueWork();
    chat.clock.advance(Duration.ofHours(25));
    chat.telegram.pressData(made, data, PERSON);
    chat.runDueWork();

    assertThat(chat.notes()).hasSize(5);
    assertThat(chat.notes().subList(0, 4)).allMatch(n -> n.startsWith("This button does not work"));
    assertThat(chat.notes().getLast()).contains("older than a day");
    chat.say(PERSON, "/list");
    assertThat(chat.last(PERSON).text()).doesNotContain("paused");
  }

  @Test
  void anAlertSaysWhyMutesPausesAndTakesThumbs() {
    chat.start("open");
    chat.say(PERSON, "/addfeed " + chat.publish("spring-festival"));
    chat.say(PERSON, "/subscribe 사이버안보 OR 해킹");
    chat.publish("cyber-meeting");
    chat.nextPoll();
    SentMessage alert = chat.last(PERSON);
    assertThat(alert.buttons())
        .containsExactly("Read the article", "Why", "🔇 Mute words", "⏸ Pause", "👍", "👎");
    assertThat(alert.body().path("text").asString()).contains("<b>사이버안보</b>").contains("Korean");

    chat.press(alert, "Why");
    assertThat(chat.last(PERSON).text()).contains("for \"사이버안보 OR 해킹\"", "«사이버안보»");
    chat.reply(alert, "/why");
    assertThat(chat.last(PERSON).text()).contains("«사이버안보»");
    chat.press(alert, "👍");
    assertThat(chat.notes().getLast()).startsWith("Thank you");
    chat.press(alert, "🔇 Mute words");
    SentMessage choice = chat.last(PERSON);
    assertThat(choice.buttons()).isNotEmpty().doesNotContain("사이버안보");
    String word = choice.buttons().getFirst();
    chat.press(choice, word);
    assertThat(chat.current(choice).text()).contains("(사이버안보 OR 해킹) -" + word);
    chat.say(PERSON, "/list");
    assertThat(chat.last(PERSON).text()).contains("(사이버안보 OR 해킹) -" + word);
  }

  @Test
  void anAlertsPauseEndsAlertsUntilItIsResumed() {
    chat.start("open");
    chat.say(PERSON, "/addfeed " + chat.publish("spring-festival"));
    chat.say(PERSON, "/subscribe 사이버안보");
    chat.publish("cyber-meeting");
    chat.nextPoll();
    chat.press(chat.last(PERSON), "⏸ Pause");
    assertThat(chat.last(PERSON).text()).startsWith("Paused: 사이버안보");
    chat.press(chat.last(PERSON), "▶ Resume");
    assertThat(chat.last(PERSON).text()).doesNotContain("paused");
  }

  @Test
  void whyInReplyToADigestSaysForWhatEachOfItsArticlesCame() {
    chat.start("open", Map.of("bongsu.delivery.max-per-hour", "1"));
    chat.publisher.serve("/many", TelegramTestChat.rss("zero"), "application/rss+xml");
    chat.say(PERSON, "/addfeed " + chat.publisher.address("/many"));
    chat.say(PERSON, "/subscribe alpha");
    chat.say(PERSON, "/subscribe beta OR gamma");
    chat.publisher.serve(
        "/many",
        TelegramTestChat.rss(
            "zero", "First alpha", "Second alpha", "Third beta", "Fourth alpha beta"),
        "application/rss+xml");
    chat.nextPoll();
    chat.clock.advance(Duration.ofMinutes(15));
    chat.runDueWork();
    SentMessage digest = chat.last(PERSON);
    assertThat(digest.text()).startsWith("3 more articles");

    chat.reply(digest, "/why");
    assertThat(chat.last(PERSON).text())
        .startsWith("This message listed 3 articles")
        .contains("alpha - for \"alpha\"", "Third beta - for \"beta OR gamma\"");
    chat.say(PERSON, "/list");
    chat.reply(chat.last(PERSON), "/why");
    assertThat(chat.last(PERSON).text()).startsWith("That message is not an alert");
  }

  @Test
  void silentAndWithAPictureAsItsSubscriptionWants() {
    chat.start("open");
    chat.say(PERSON, "/addfeed " + chat.publish("spring-festival"));
    chat.say(PERSON, "/subscribe 사이버안보");
    chat.say(PERSON, "/settings 1 silent on");
    chat.say(PERSON, "/settings 1 preview on");
    chat.publish("cyber-meeting");
    chat.nextPoll();

    var alert = chat.last(PERSON).body();
    assertThat(alert.path("disable_notification").asBoolean(false)).isTrue();
    assertThat(alert.at("/link_preview_options/is_disabled").asBoolean(true)).isFalse();
  }
}
