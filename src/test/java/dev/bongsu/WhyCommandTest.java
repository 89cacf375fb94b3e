package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `/why` and an address: each reason for which an article came, or did not.
class WhyCommandTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "1", "");
  private static final ChatId OTHER = new ChatId(Platform.TELEGRAM, "", "2", "");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private final List<String> items = new ArrayList<>();
  private TestDatabase database;
  private FeedServer server;
  private TestBot bot;

  @BeforeEach
  void start() {
    database = TestDatabase.sqlite();
    server = FeedServer.start();
    bot = TestBot.start(database, clock, platform, server.allow());
    publish("first", "처음부터 있던 기사", "Mon, 02 Mar 2026 08:00:00 +0900");
    ask(CHAT, "/addfeed " + server.address("/rss"));
  }

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void whatWasInNoFeedIsUnknown() {
    assertThat(why("/nowhere")).startsWith("I have not seen this article in any feed");
    assertThat(ask(CHAT, "/why ??")).startsWith("That is not an address");
    assertThat(ask(OTHER, "/why example.org/x")).contains("/addfeed https://example.org/x");
  }

  @Test
  void whatWasThereAtTheFirstPollIsQuiet() {
    assertThat(why("/first"))
        .startsWith("처음부터 있던 기사\n")
        .contains("already in its feed when I first read");
  }

  @Test
  void r050OldNewsThatMovesUpIsToldToNobodyAndWhySaysSo() {
    ask(CHAT, "/subscribe 기사");
    items.addLast(item("moved-up", "작년 기사", "Sun, 02 Mar 2025 08:00:00 +0900"));
    serve();
    poll();
    assertThat(platform.alerts(CHAT)).isEmpty();
    assertThat(why("/moved-up")).startsWith("작년 기사\n").contains("an old article that moved up");
  }

  @Test
  void whatDoesNotMatchLacksWordsOrHasExcludedOnes() {
    ask(CHAT, "/subscribe 훈련 야구 취소");
    ask(CHAT, "/subscribe 훈련 -회의");
    publish("drill", "합동 훈련 회의", "Mon, 02 Mar 2026 10:00:00 +0900");
    poll();
    assertThat(why("/drill"))
        .contains("matches none of this chat's subscriptions")
        .contains("• 훈련 야구 취소: does not contain 야구, 취소")
        .contains("• 훈련 -회의: contains 회의, which is excluded");
    assertThat(ask(OTHER, "/why " + server.address("/drill"))).contains("no subscription");
  }

  @Test
  void whoSubscribedLaterIsToldSo() {
    publish("drill", "합동 훈련 회의", "Mon, 02 Mar 2026 10:00:00 +0900");
    poll();
    ask(CHAT, "/subscribe 훈련");
    assertThat(why("/drill")).contains("• 훈련: matches, but you subscribed after it came");
  }

  @Test
  void whatMatchedIsOnItsWayThenDelivered() {
    ask(CHAT, "/subscribe 훈련");
    publish("drill", "합동 훈련 회의", "Mon, 02 Mar 2026 10:00:00 +0900");
    platform.answer(new SendResult.TemporaryFailure("busy"));
    poll();
    platform.answer(new SendResult.Sent("m"));
    assertThat(why("/drill")).contains("has been on its way here", "for: 훈련");

    clock.advance(Duration.ofMinutes(10));
    bot.runDueWork();
    assertThat(platform.alerts(CHAT)).hasSize(1);
    assertThat(why("/drill?utm_source=x#top")).contains("It came here at", "for: 훈련");
    assertThat(ask(CHAT, "/language ko")).isNotBlank();
    assertThat(why("/drill")).contains("이 대화방으로 왔습니다");
  }

  @Test
  void anotherChatsSecretFeedStaysSecret() {
    items.addFirst(item("inside", "내부 기사", "Mon, 02 Mar 2026 08:00:00 +0900"));
    server.serve("/own?token=abcdef", rss().getBytes(StandardCharsets.UTF_8), "text/xml");
    assertThat(ask(OTHER, "/addfeed " + server.address("/own?token=abcdef"))).contains("watch");
    assertThat(ask(OTHER, "/why " + server.address("/inside")))
        .contains("already in its feed when I first");
    assertThat(why("/inside")).startsWith("I have not seen this article");
  }

  private void publish(String path, String title, String date) {
    items.addFirst(item(path, title, date));
    serve();
  }

  private void serve() {
    server.serve("/rss", rss().getBytes(StandardCharsets.UTF_8), "text/xml");
  }

  private String item(String path, String title, String date) {
    return "<item><title>%s</title><link>%s</link><pubDate>%s</pubDate></item>"
        .formatted(title, server.address("/" + path), date);
  }

  private String rss() {
    return "<rss version=\"2.0\"><channel><title>F</title>%s</channel></rss>"
        .formatted(String.join("", items));
  }

  private void poll() {
    clock.advance(Duration.ofMinutes(16));
    for (int i = 0; i < 4; i++) {
      bot.runDueWork();
      clock.advance(Duration.ofSeconds(1));
    }
  }

  private String why(String path) {
    return ask(CHAT, "/why " + server.address(path));
  }

  private String ask(ChatId chat, String words) {
    bot.say(chat, words, Locale.ENGLISH);
    bot.runDueWork();
    return platform.replies(chat).getLast();
  }
}
