package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.telegram.TelegramPoller;
import dev.bongsu.testkit.FakeProxy;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The product behind a proxy: no name resolves here but the proxy's.
class TelegramProxyTest {
  private static final long CHAT = 7;
  private static final String FEEDS = "feeds.bongsu.invalid";
  private static final String TELEGRAM = "telegram.bongsu.invalid";

  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final FakeTelegram telegram = FakeTelegram.start();
  private final FeedServer publisher = FeedServer.start();

  static Stream<Function<String, FakeProxy>> kinds() {
    return Stream.of(FakeProxy::http, FakeProxy::socks);
  }

  @AfterEach
  void close() {
    telegram.close();
    publisher.close();
    database.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void feedsAndTelegramGoThroughTheProxyAndNothingElseWhenItIsDown(
      Function<String, FakeProxy> kind) {
    telegram.answerEmptyPolls();
    publish("old");
    FakeProxy proxy =
        kind.apply("me:pass")
            .route(FEEDS + ":80", publisher.address("/").getPort())
            .route(TELEGRAM + ":80", telegram.url().getPort());
    try (TestBot bot = start(proxy.address())) {
      telegram.say(CHAT, "/addfeed http://" + FEEDS + "/rss");
      telegram.say(CHAT, "/subscribe ransomware");
      runDueWork(bot);
      publish("Ransomware in a harbour");
      nextPoll(bot);
      nextPoll(bot);

      assertThat(telegram.sent(CHAT).getLast().text()).startsWith("Ransomware in a harbour\n");
      assertThat(proxy.asked()).contains(FEEDS + ":80", TELEGRAM + ":80");

      int requests = publisher.requests().size();
      int sent = telegram.sent(CHAT).size();
      proxy.close();
      publish("Ransomware in a school");
      nextPoll(bot);
      assertThat(publisher.requests()).hasSize(requests);
      assertThat(telegram.sent(CHAT)).hasSize(sent);
    }
  }

  private TestBot start(String proxy) {
    return TestBot.start(
        database,
        clock,
        Map.of(
            "bongsu.http.proxy",
            proxy,
            "bongsu.http.proxy-resolves",
            "true",
            "bongsu.telegram.token",
            telegram.token(),
            "bongsu.telegram.api-url",
            "http://" + TELEGRAM),
        context -> context.register(TelegramConfiguration.TelegramBeans.class));
  }

  private void publish(String title) {
    String item =
        "<item><title>%s</title><link>http://%s/%d</link></item>"
            .formatted(title, FEEDS, title.length());
    publisher.serve(
        "/rss",
        "<rss version='2.0'><channel><title>T</title>%s</channel></rss>".formatted(item),
        "text/xml");
  }

  private void nextPoll(TestBot bot) {
    clock.advance(Duration.ofMinutes(16));
    runDueWork(bot);
    clock.advance(Duration.ofSeconds(1));
    runDueWork(bot);
  }

  private static void runDueWork(TestBot bot) {
    TelegramPoller poller = bot.bean(TelegramPoller.class);
    poller.pollOnce();
    poller.pollOnce();
    bot.runDueWork();
  }
}
