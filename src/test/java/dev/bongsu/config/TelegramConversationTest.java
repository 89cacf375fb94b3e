package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.telegram.TelegramPoller;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.FakeTelegram.SentMessage;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.NewsFixture;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Talking to the bot on Telegram: buttons, who may, and how much.
class TelegramConversationTest {
  private static final long PERSON = 7;
  private static final long STRANGER = 8;
  private static final long GROUP = -100123;

  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final FakeTelegram telegram = FakeTelegram.start();
  private final FeedServer publisher = FeedServer.start();
  private final NewsFixture news = new NewsFixture(publisher);

  @SuppressWarnings("NullAway") // each test starts it in the mode it is about
  private TestBot bot;

  @AfterEach
  void stop() {
    bot.close();
    telegram.close();
    publisher.close();
    database.close();
  }

  private void start(String mode) {
    start(mode, Map.of());
  }

  private void start(String mode, Map<String, String> more) {
    telegram.answerEmptyPolls();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("bongsu.http.allow", publisher.allow());
    settings.put("bongsu.access.mode", mode);
    settings.put("bongsu.telegram.token", telegram.token());
    settings.put("bongsu.telegram.api-url", telegram.url().toString());
    bot =
        TestBot.start(
            database,
            clock,
            settings,
            context -> context.register(TelegramConfiguration.TelegramBeans.class));
  }

  @Nested
  class Buttons {

    @Test
    void aListIsTurnedAndItsCardsChangeInPlace() {
      start("open");
      for (int i = 1; i <= 10; i++) {
        say(PERSON, "/subscribe word" + i);
      }
      say(PERSON, "/list");
      SentMessage list = last(PERSON);
      assertThat(list.text()).contains("10 subscriptions", "8. word8").doesNotContain("9. word9");
      assertThat(list.buttons()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "Next ›");

      press(list, "Next ›");
      assertThat(current(list).text()).contains("9. word9").doesNotContain("8. word8");
      press(current(list), "9");
      assertThat(current(list).text()).startsWith("9. word9");
      press(current(list), "⏸ Pause");
      assertThat(current(list).text()).contains("⏸ paused");
      assertThat(current(list).buttons()).contains("▶ Resume").doesNotContain("⏸ Pause");
      press(current(list), "🔕 Silent");
      assertThat(current(list).text()).contains("🔕 silent");
      press(current(list), "✖ Unsubscribe");
      assertThat(current(list).text()).contains("9 subscriptions").doesNotContain("word9");
      assertThat(telegram.requests("answercallbackquery")).hasSize(5);
    }

    @Test
    void whereMessagesCannotBeChangedANewOneComes() {
      start("open");
      say(PERSON, "/subscribe word");
      telegram.respondWith("editmessagetext", ApiResponse.of(404, "Not Found"));
      telegram.respondWith("answercallbackquery", ApiResponse.of(404, "Not Found"));

      press(last(PERSON), "⏸ Pause");

      assertThat(last(PERSON).text()).contains("word", "⏸ paused");
    }

    @Test
    void r023WhatIsForgedStaleOrOfAnotherChatIsRefusedAndAnswered() {
      start("open");
      say(PERSON, "/subscribe word");
      SentMessage made = last(PERSON);
      String data = made.callbackData("⏸ Pause");
      say(STRANGER, "/subscribe other");
      SentMessage theirs = last(STRANGER);

      telegram.pressData(theirs, data, STRANGER);
      telegram.pressData(made, data.replaceFirst(",\\d+,", ",999,"), PERSON);
      telegram.pressData(made, "x".repeat(64), PERSON);
      telegram.pressData(made, "undo::", PERSON);
      runDueWork();
      clock.advance(Duration.ofHours(25));
      telegram.pressData(made, data, PERSON);
      runDueWork();

      assertThat(notes())
          .hasSize(5)
          .allMatch(note -> note.startsWith("This button does not work"))
          .last()
          .asString()
          .contains("older than a day");
      say(PERSON, "/list");
      assertThat(last(PERSON).text()).doesNotContain("paused");
    }

    @Test
    void anAlertSaysWhyMutesPausesAndTakesThumbs() {
      start("open");
      say(PERSON, "/addfeed " + publish("spring-festival"));
      say(PERSON, "/subscribe 사이버안보 OR 해킹");
      publish("cyber-meeting");
      nextPoll();
      SentMessage alert = last(PERSON);
      assertThat(alert.buttons())
          .containsExactly("Read the article", "Why", "🔇 Mute words", "⏸ Pause", "👍", "👎");
      assertThat(alert.body().path("text").asString()).contains("<b>사이버안보</b>").contains("Korean");

      press(alert, "Why");
      assertThat(last(PERSON).text()).contains("for \"사이버안보 OR 해킹\"", "«사이버안보»");
      reply(alert, "/why");
      assertThat(last(PERSON).text()).contains("«사이버안보»");
      press(alert, "👍");
      assertThat(notes().getLast()).startsWith("Thank you");
      press(alert, "🔇 Mute words");
      SentMessage choice = last(PERSON);
      assertThat(choice.buttons()).isNotEmpty().doesNotContain("사이버안보");
      String word = choice.buttons().getFirst();
      press(choice, word);
      assertThat(current(choice).text()).contains("(사이버안보 OR 해킹) -" + word);
      say(PERSON, "/list");
      assertThat(last(PERSON).text()).contains("(사이버안보 OR 해킹) -" + word);
    }

    @Test
    void anAlertsPauseEndsAlertsUntilItIsResumed() {
      start("open");
      say(PERSON, "/addfeed " + publish("spring-festival"));
      say(PERSON, "/subscribe 사이버안보");
      publish("cyber-meeting");
      nextPoll();
      press(last(PERSON), "⏸ Pause");
      assertThat(last(PERSON).text()).startsWith("Paused: 사이버안보");
      press(last(PERSON), "▶ Resume");
      assertThat(last(PERSON).text()).doesNotContain("paused");
    }

    @Test
    void whyInReplyToADigestSaysForWhatEachOfItsArticlesCame() {
      start("open", Map.of("bongsu.delivery.max-per-hour", "1"));
      publisher.serve("/many", rss("zero"), "application/rss+xml");
      say(PERSON, "/addfeed " + publisher.address("/many"));
      say(PERSON, "/subscribe alpha");
      say(PERSON, "/subscribe beta OR gamma");
      publisher.serve(
          "/many",
          rss("zero", "First alpha", "Second alpha", "Third beta", "Fourth alpha beta"),
          "application/rss+xml");
      nextPoll();
      clock.advance(Duration.ofMinutes(15));
      runDueWork();
      SentMessage digest = last(PERSON);
      assertThat(digest.text()).startsWith("3 more articles");

      reply(digest, "/why");
      assertThat(last(PERSON).text())
          .startsWith("This message listed 3 articles")
          .contains("alpha - for \"alpha\"", "Third beta - for \"beta OR gamma\"");
      say(PERSON, "/list");
      reply(last(PERSON), "/why");
      assertThat(last(PERSON).text()).startsWith("That message is not an alert");
    }

    @Test
    void silentAndWithAPictureAsItsSubscriptionWants() {
      start("open");
      say(PERSON, "/addfeed " + publish("spring-festival"));
      say(PERSON, "/subscribe 사이버안보");
      say(PERSON, "/settings 1 silent on");
      say(PERSON, "/settings 1 preview on");
      publish("cyber-meeting");
      nextPoll();

      var alert = last(PERSON).body();
      assertThat(alert.path("disable_notification").asBoolean(false)).isTrue();
      assertThat(alert.at("/link_preview_options/is_disabled").asBoolean(true)).isFalse();
    }
  }

  @Nested
  class Permissions {

    @Test
    void r100AClosedBotIsPairedOnceAndTellsStrangersOnceADay() {
      start("closed");
      String code = bot.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow();
      say(STRANGER, "/start");
      say(STRANGER, "/subscribe word");
      say(STRANGER, "/start AAAAA-AAAAA");
      assertThat(texts(STRANGER)).singleElement().asString().startsWith("This bot is private");

      say(PERSON, "/start " + code.toLowerCase(Locale.ROOT));
      assertThat(last(PERSON).text()).startsWith("You are now the owner");
      say(PERSON, "/subscribe word");
      assertThat(last(PERSON).text()).startsWith("Subscribed: word");
      say(STRANGER, "/start " + code);
      assertThat(texts(STRANGER)).hasSize(1);
      assertThat(bot.bean(Access.class).pairingCode(Platform.TELEGRAM)).isEmpty();

      clock.advance(Duration.ofHours(25));
      say(STRANGER, "/list");
      assertThat(texts(STRANGER)).hasSize(2);
    }

    @Test
    void r100AnOwnerInvitesOrOpensTheBot() {
      start("closed");
      say(PERSON, "/start " + bot.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
      say(PERSON, "/invite");
      String invitation = last(PERSON).text();
      assertThat(invitation).contains("https://t.me/BongsuBot?start=");
      String code = invitation.replaceFirst("(?s).*start=", "").strip();

      say(STRANGER, "/start " + code);
      assertThat(last(STRANGER).text()).startsWith("Welcome!");
      say(STRANGER, "/subscribe word");
      say(STRANGER, "/invite");
      assertThat(last(STRANGER).text()).startsWith("Only the owners");
      say(9, "/list");
      say(PERSON, "/access open");
      say(9, "/list");
      assertThat(texts(9)).hasSize(2);
      assertThat(last(9).text()).startsWith("No subscriptions yet");
    }

    @Test
    void r100AnOwnerSeesWhoIsLetInAndTakesThemOut() {
      start("closed");
      say(PERSON, "/start " + bot.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
      say(PERSON, "/invite");
      say(STRANGER, "/start " + last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
      say(PERSON, "/access");
      assertThat(last(PERSON).text())
          .contains("1. " + PERSON + " - owner", "2. " + STRANGER + " - guest");

      say(PERSON, "/access remove 1");
      assertThat(last(PERSON).text()).contains("is the last owner and cannot be removed");
      say(PERSON, "/access remove 2");
      say(STRANGER, "/list");
      assertThat(last(STRANGER).text()).startsWith("This bot is private");
      say(PERSON, "/access");
      assertThat(last(PERSON).text()).doesNotContain("- guest");
      say(PERSON, "/access remove 2");
      assertThat(last(PERSON).text()).startsWith("\"2\" is not in the list");
    }

    @Test
    void r100AnotherOwnerIsMadeAndMayTakeOutTheFirst() {
      start("closed");
      say(PERSON, "/start " + bot.bean(Access.class).pairingCode(Platform.TELEGRAM).orElseThrow());
      say(PERSON, "/invite");
      say(STRANGER, "/start " + last(PERSON).text().replaceFirst("(?s).*start=", "").strip());
      say(STRANGER, "/access owner 2");
      assertThat(last(STRANGER).text()).startsWith("Only the owners");
      say(PERSON, "/access owner 2");
      say(STRANGER, "/access remove " + PERSON);
      assertThat(last(STRANGER).text()).contains("can no longer use this bot");
      say(PERSON, "/access");
      assertThat(last(PERSON).text()).startsWith("This bot is private");
    }

    @Test
    void r051OnlyAdministratorsChangeAGroup() {
      start("open");
      telegram.setMember(GROUP, PERSON, "administrator");
      telegram.setMember(GROUP, STRANGER, "member");
      sayInGroup(STRANGER, "/subscribe word");
      assertThat(last(GROUP).text()).startsWith("Only administrators");
      sayInGroup(STRANGER, "/list");
      assertThat(last(GROUP).text()).startsWith("No subscriptions yet");
      sayInGroup(PERSON, "/subscribe word");
      assertThat(last(GROUP).text()).startsWith("Subscribed: word");
      SentMessage made = last(GROUP);

      telegram.press(made, "↩ Undo", STRANGER);
      runDueWork();
      assertThat(notes().getLast()).startsWith("Only administrators");
      telegram.setMember(GROUP, PERSON, "member");
      clock.advance(Duration.ofSeconds(61));
      sayInGroup(PERSON, "/unsubscribe 1");
      assertThat(last(GROUP).text()).startsWith("Only administrators");
    }

    @Test
    void r051WhatTelegramDoesNotSayCountsAsNo() {
      start("open");
      for (ApiResponse trouble :
          List.of(
              ApiResponse.of(400, "Bad Request: user not found"),
              ApiResponse.of(403, "Forbidden: bot was kicked"),
              ApiResponse.of(404, "Not Found"),
              ApiResponse.badGateway(),
              ApiResponse.dropped())) {
        telegram.respondWith("getchatmember", trouble);
        sayInGroup(PERSON, "/subscribe word");
        assertThat(last(GROUP).text()).as("%s", trouble).startsWith("I cannot check right now");
      }
      telegram.clearResponses();
      telegram.setMember(GROUP, PERSON, "creator");
      sayInGroup(PERSON, "/subscribe word");
      assertThat(last(GROUP).text()).startsWith("Subscribed");
    }

    @Test
    void r021WhoSpeaksAsTheChatIsItsAdministratorAndWhoIsNotNamedIsNobody() {
      start("open");
      telegram.update(
          """
          {"message": {"text": "/subscribe anonymous", "sender_chat": {"id": -100123},
            "from": {"id": 1087968824, "is_bot": true},
            "chat": {"id": -100123, "type": "supergroup"}}}
          """);
      telegram.update(
          """
          {"message": {"text": "/subscribe channel", "sender_chat": {"id": -100999},
            "from": {"id": 136817688, "is_bot": true},
            "chat": {"id": -100123, "type": "supergroup"}}}
          """);
      telegram.update(
          """
          {"message": {"text": "/subscribe nobody",
            "chat": {"id": -100123, "type": "supergroup"}}}
          """);
      telegram.update(
          """
          {"channel_post": {"text": "/subscribe post", "sender_chat": {"id": -100777},
            "chat": {"id": -100777, "type": "channel"}}}
          """);
      runDueWork();

      assertThat(texts(GROUP)).hasSize(3).first().asString().startsWith("Subscribed: anonymous");
      assertThat(texts(GROUP).subList(1, 3)).allMatch(text -> text.startsWith("Only admin"));
      assertThat(last(-100777).text()).startsWith("Subscribed: post");
    }

    @Test
    void r022EditedForwardedAndOtherBotsCommandsAreNotOurs() {
      start("open");
      telegram.update(
          """
          {"edited_message": {"text": "/subscribe edited", "from": {"id": 7},
            "chat": {"id": 7, "type": "private"}}}
          """);
      telegram.update(
          """
          {"message": {"text": "/subscribe forwarded", "from": {"id": 7},
            "forward_origin": {"type": "user"}, "chat": {"id": 7, "type": "private"}}}
          """);
      sayInGroup(PERSON, "/subscribe@otherbot word");
      runDueWork();

      assertThat(telegram.requests("sendmessage")).isEmpty();
    }

    @Test
    void aChannelIsManagedFromAPrivateChatByItsAdministratorsOnly() {
      start("open");
      telegram.setUsername("@our_news", GROUP);
      telegram.setMember(GROUP, PERSON, "administrator");
      say(PERSON, "/subscribe @our_news 사이버안보");
      assertThat(last(PERSON).text()).startsWith("Subscribed: 사이버안보");
      say(PERSON, "/list @our_news");
      SentMessage list = last(PERSON);
      assertThat(list.text()).contains("1. 사이버안보");
      say(PERSON, "/list");
      assertThat(last(PERSON).text()).startsWith("No subscriptions yet");
      press(list, "1");
      press(current(list), "⏸ Pause");
      assertThat(current(list).text()).contains("⏸ paused");
      say(STRANGER, "/subscribe @our_news word");
      assertThat(last(STRANGER).text()).startsWith("I cannot check");
      say(PERSON, "/subscribe @nowhere word");
      assertThat(last(PERSON).text()).startsWith("There is no chat @nowhere");
    }
  }

  @Nested
  class Quotas {

    @Test
    void r099TwentyCommandsAMinuteAreAnsweredThenNoneAndOthersGoOn() {
      start("open");
      for (int i = 0; i < 30; i++) {
        say(PERSON, "/list");
      }
      say(STRANGER, "/list");
      assertThat(texts(PERSON)).hasSize(21).last().asString().contains("20 commands in a minute");
      assertThat(texts(STRANGER)).hasSize(1);
      clock.advance(Duration.ofSeconds(61));
      say(PERSON, "/list");
      assertThat(last(PERSON).text()).startsWith("No subscriptions yet");
    }

    @Test
    void r099FiveCommandsInABreathAreAnswered() {
      start("open");
      for (int i = 0; i < 5; i++) {
        telegram.say(PERSON, "/list");
      }
      runDueWork();
      assertThat(texts(PERSON)).hasSize(5).allMatch(text -> text.startsWith("No subscriptions"));
    }

    @Test
    void r099FiftySubscriptionsAndNoMore() {
      start("open");
      for (int i = 0; i < 50; i++) {
        clock.advance(Duration.ofSeconds(10));
        say(PERSON, "/subscribe word" + i);
      }
      clock.advance(Duration.ofSeconds(10));
      say(PERSON, "/subscribe more");
      assertThat(last(PERSON).text()).startsWith("This chat has 50 subscriptions");
    }

    @Test
    void r099TwentyFeedsADayAndNoMore() {
      start("open");
      for (int i = 0; i < 21; i++) {
        String path = "/feed" + i;
        publisher.serve(path, rss(i), "application/rss+xml");
        say(PERSON, "/addfeed " + publisher.address(path));
        clock.advance(Duration.ofSeconds(10));
      }
      assertThat(texts(PERSON)).hasSize(21).last().asString().startsWith("This chat has added 20");
      assertThat(texts(PERSON).get(19)).startsWith("Now I watch this feed");
      clock.advance(Duration.ofHours(25));
      say(PERSON, "/addfeed " + publisher.address("/feed20"));
      assertThat(last(PERSON).text()).startsWith("Now I watch this feed");
    }

    @Test
    void r100FeedsAreForOwnersToAddWhereItIsSetSo() {
      start("open", Map.of("bongsu.access.add-feeds", "owner"));
      say(PERSON, "/addfeed " + publish("spring-festival"));
      assertThat(last(PERSON).text()).startsWith("Only the owners of this bot add feeds");
      say(PERSON, "/import feeds: [" + news.feed() + "]");
      assertThat(last(PERSON).text()).startsWith("Only the owners of this bot add feeds");
      bot.bean(AccessStore.class)
          .grant(new ChatId(Platform.TELEGRAM, "", "7", ""), "7", AccessStore.Role.OWNER);
      say(PERSON, "/addfeed " + news.feed());
      assertThat(last(PERSON).text()).startsWith("Now I watch this feed");
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
      start("closed");
      assertThat(bot.bean(Access.class).pairingCode(Platform.TELEGRAM)).isPresent();
      say(STRANGER, text);
      assertThat(last(STRANGER).text()).startsWith("This bot is private");
    }
  }

  @Nested
  class UserData {

    @Test
    void isGivenTakenOverAndDeleted() {
      start("open");
      say(PERSON, "/addfeed " + publish("spring-festival"));
      say(PERSON, "/subscribe 사이버안보 \"a: b\"");
      say(PERSON, "/pause 1");
      say(PERSON, "/timezone Berlin");
      say(PERSON, "/export");
      String exported = last(PERSON).text();
      assertThat(exported)
          .contains("timezone: Europe/Berlin", news.feed().toString(), "paused: true");

      say(STRANGER, "/import\n" + exported);
      assertThat(texts(STRANGER))
          .containsExactly(
              "Imported: 1 of one subscription. What was here already, or cannot be used, was left"
                  + " out.\nI am looking for one feed now and say when that is done. You can go on"
                  + " meanwhile.",
              "The import is done. Feeds added: 1; here already: 0.");
      say(STRANGER, "/list");
      assertThat(last(STRANGER).text()).contains("사이버안보 \"a: b\"", "⏸ paused");

      say(PERSON, "/forget");
      SentMessage sure = last(PERSON);
      assertThat(sure.text()).contains("one subscription");
      press(sure, "Yes, delete everything");
      assertThat(current(sure).text()).startsWith("Everything was deleted");
      say(PERSON, "/list");
      assertThat(last(PERSON).text()).startsWith("No subscriptions yet");
      say(STRANGER, "/list");
      assertThat(last(STRANGER).text()).contains("사이버안보");
    }

    @Test
    void feedsAreGivenAndTakenAsOpml() {
      start("open");
      say(PERSON, "/export opml");
      assertThat(last(PERSON).text()).startsWith("This chat has added no feed");
      say(PERSON, "/addfeed " + publish("spring-festival"));
      say(PERSON, "/export opml");
      String opml = last(PERSON).text();
      assertThat(opml).contains("<opml", "xmlUrl=\"" + news.feed() + "\"");

      say(STRANGER, "/import " + opml);
      assertThat(last(STRANGER).text()).contains("Feeds added: 1");
      say(STRANGER, "/import <!DOCTYPE x [<!ENTITY a \"b\">]><opml/>");
      assertThat(last(STRANGER).text()).startsWith("I cannot read that");
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
      start("open");
      say(PERSON, text);
      assertThat(last(PERSON).text()).startsWith("I cannot read that");
    }
  }

  private static String rss(int number) {
    return """
    <rss version="2.0"><channel><title>Feed %d</title><link>http://a.example/%d</link>
    <item><title>News</title><link>http://a.example/%d/1</link></item></channel></rss>
    """
        .formatted(number, number, number);
  }

  private static String rss(String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      String link = "http://a.example/" + title.replace(' ', '-');
      items.append("<item><title>%s</title><link>%s</link></item>".formatted(title, link));
    }
    return "<rss version=\"2.0\"><channel><title>Many</title><link>http://a.example</link>%s</channel></rss>"
        .formatted(items);
  }

  private String publish(String story) {
    news.publish(story);
    return news.feed().toString();
  }

  private List<String> notes() {
    return telegram.requests("answercallbackquery").stream()
        .map(request -> request.body().path("text").asString(""))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private void press(SentMessage message, String label) {
    telegram.press(message, label, Long.parseLong(message.chat().replace("-", "")));
    runDueWork();
  }

  private void reply(SentMessage message, String text) {
    telegram.update(
        """
        {"message": {"text": "%s", "from": {"id": 7}, "chat": {"id": 7, "type": "private"},
          "reply_to_message": {"message_id": %d, "from": {"id": 1234567890, "is_bot": true}}}}
        """
            .formatted(text, message.id()));
    runDueWork();
  }

  private void say(long chat, String text) {
    telegram.say(chat, text);
    runDueWork();
  }

  private void sayInGroup(long person, String text) {
    telegram.update(
        """
        {"message": {"text": "%s", "from": {"id": %d, "language_code": "en"},
          "chat": {"id": %d, "type": "supergroup"}}}
        """
            .formatted(text, person, GROUP));
    runDueWork();
  }

  private SentMessage last(long chat) {
    return telegram.sent(chat).getLast();
  }

  /// A message as it is now.
  private SentMessage current(SentMessage before) {
    return telegram.sent(Long.parseLong(before.chat())).stream()
        .filter(one -> one.id() == before.id())
        .findFirst()
        .orElseThrow();
  }

  private List<String> texts(long chat) {
    return telegram.sent(chat).stream().map(SentMessage::text).toList();
  }

  private void nextPoll() {
    clock.advance(Duration.ofMinutes(16));
    runDueWork();
    clock.advance(Duration.ofSeconds(1));
    runDueWork();
  }

  private void runDueWork() {
    TelegramPoller poller = bot.bean(TelegramPoller.class);
    poller.pollOnce();
    poller.pollOnce();
    bot.runDueWork();
  }
}
