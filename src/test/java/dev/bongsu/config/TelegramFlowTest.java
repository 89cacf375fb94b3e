package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.telegram.TelegramPoller;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FakeTelegram.ApiResponse;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The product on Telegram: people subscribe in chats, a feed publishes, the right chats are told.
class TelegramFlowTest {
  private static final long CHAT = 7;
  private static final long OTHER = 8;
  private static final Duration POLL = Duration.ofMinutes(16);
  private static final String HOSTILE =
      "hostile <b>bold & <!channel> [x](http://evil.example) _a_ *b*";

  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final FakeTelegram telegram = FakeTelegram.start();
  private final FeedServer publisher = FeedServer.start();
  private TestBot bot;

  @BeforeEach
  void startTheBot() {
    telegram.answerEmptyPolls();
    publish();
    bot =
        TestBot.start(
            database,
            clock,
            Map.of(
                "bongsu.http.allow", publisher.allow(),
                "bongsu.feed.added-in-chats", "everyone",
                "bongsu.telegram.token", telegram.token(),
                "bongsu.telegram.api-url", telegram.url().toString()),
            context -> context.register(TelegramConfiguration.TelegramBeans.class));
  }

  @AfterEach
  void stop() {
    bot.close();
    telegram.close();
    publisher.close();
    database.close();
  }

  @Test
  void oneAlertInTheRightChatWithItsTitleAsItIs() {
    telegram.say(CHAT, "/start");
    telegram.say(CHAT, "/addfeed " + publisher.address("/rss"));
    telegram.say(CHAT, "/subscribe hostile");
    telegram.say(OTHER, "/subscribe football");
    runDueWork();
    assertThat(telegram.sent(CHAT)).hasSize(3);
    assertThat(telegram.sent(OTHER)).hasSize(1);

    publish(HOSTILE);
    nextPoll();
    nextPoll();

    assertThat(texts(CHAT)).hasSize(4);
    assertThat(texts(CHAT).getLast()).startsWith(HOSTILE + "\n").contains("for: hostile");
    assertThat(telegram.sent(OTHER)).hasSize(1);
  }

  @Test
  void aGroupsTopicIsToldInTheTopic() {
    telegram.setMember(-100123, 7, "administrator");
    telegram.say(CHAT, "/addfeed " + publisher.address("/rss"));
    telegram.update(
        """
        {"message": {"text": "@bongsubot subscribe hostile", "is_topic_message": true,
          "message_thread_id": 9, "from": {"id": 7, "language_code": "ko"},
          "chat": {"id": -100123, "type": "supergroup", "is_forum": true}}}
        """);
    runDueWork();
    publish(HOSTILE);
    nextPoll();

    assertThat(telegram.sent(-100123))
        .extracting(FakeTelegram.SentMessage::thread)
        .containsExactly("9", "9");
    assertThat(texts(-100123).getLast()).startsWith(HOSTILE + "\n").contains("구독: hostile");
  }

  @Test
  void oneBlockedChatStopsNoOther() {
    subscribeBoth();
    telegram.respondWith(CHAT, ApiResponse.blocked());
    publish(HOSTILE);
    nextPoll();

    assertThat(texts(OTHER).getLast()).startsWith(HOSTILE);
    assertThat(texts(CHAT)).noneMatch(text -> text.startsWith(HOSTILE));
  }

  @Test
  void whatTelegramCannotTakeNowArrivesLater() {
    subscribeBoth();
    List<ApiResponse> passing =
        List.of(
            ApiResponse.badGateway(),
            ApiResponse.empty(),
            ApiResponse.tooMany(3),
            ApiResponse.dropped());
    for (int i = 0; i < passing.size(); i++) {
      String title = "hostile edition " + i;
      telegram.respondWith(CHAT, passing.get(i));
      publish(title);
      nextPoll();
      assertThat(texts(OTHER).getLast()).startsWith(title);
      assertThat(texts(CHAT)).noneMatch(text -> text.startsWith(title));

      telegram.clearResponses();
      clock.advance(Duration.ofMinutes(5));
      runDueWork();

      assertThat(texts(CHAT).getLast()).startsWith(title);
    }
  }

  private void subscribeBoth() {
    telegram.say(CHAT, "/addfeed " + publisher.address("/rss"));
    telegram.say(CHAT, "/subscribe hostile");
    telegram.say(OTHER, "/subscribe hostile");
    runDueWork();
  }

  private List<String> texts(long chat) {
    return telegram.sent(chat).stream().map(FakeTelegram.SentMessage::text).toList();
  }

  /// A feed of one old story, and perhaps a new one whose title is text.
  private void publish(String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      items.append(
          "<item><title>%s</title><link>%s</link><description>Some words.</description></item>"
              .formatted(
                  escaped.replace("&", "&amp;"), publisher.address("/a" + title.hashCode())));
    }
    publisher.serve(
        "/rss",
        """
        <rss version="2.0"><channel><title>A paper</title><link>%s</link>%s
        <item><title>Old</title><link>%s</link><description>Old words.</description></item>
        </channel></rss>
        """
            .formatted(publisher.address("/"), items, publisher.address("/old")),
        "application/rss+xml");
  }

  private void nextPoll() {
    clock.advance(POLL);
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
