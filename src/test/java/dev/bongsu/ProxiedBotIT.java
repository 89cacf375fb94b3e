package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.testkit.BotProcess;
import dev.bongsu.testkit.FakeProxy;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.SlackPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The started bot behind a proxy, the only one that knows where the feed, Telegram and Slack are
/// (F1).
class ProxiedBotIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String FEEDS = "paper.bongsu.invalid";
  private static final String TELEGRAM = "telegram.bongsu.invalid";
  private static final String SLACK = "slack.bongsu.invalid";
  private static final String SOCKET = "socket.bongsu.invalid";
  private static final String TITLE = "Ransomware in a harbour";
  private static final long CHAT = 7;

  @TempDir private Path temporary;
  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakeSlack slack = FakeSlack.start();
  private final FeedServer publisher = FeedServer.start();

  static Stream<Function<String, FakeProxy>> kinds() {
    return Stream.of(FakeProxy::http, FakeProxy::socks);
  }

  @AfterEach
  void stop() {
    publisher.close();
    slack.close();
    telegram.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void f1AlertsReachBothPlatformsAndTheGuardHolds(Function<String, FakeProxy> kind)
      throws IOException {
    slack.socket().announce(SOCKET);
    publish("Old");
    try (FakeProxy proxy = routes(kind.apply("me:pass"));
        BotProcess bot =
            BotProcess.start(Files.createDirectory(temporary.resolve("bot")), settings(proxy))) {
      slack.socket().awaitConnection();
      telegram.say(CHAT, "/addfeed http://%s/rss".formatted(FEEDS));
      telegram.say(CHAT, "/subscribe ransomware");
      telegram.say(CHAT, "/addfeed http://10.0.0.1/rss");
      slack.socket().deliver("slash_commands", "e1", command("subscribe ransomware"));
      await().atMost(PATIENCE).until(() -> texts().size() >= 3 && !slack.posts("C1").isEmpty());
      publish(TITLE);

      await().atMost(PATIENCE).until(() -> told(texts()) == 1);
      await().atMost(PATIENCE).until(() -> told(slackTexts()) == 1);
      assertThat(proxy.asked())
          .contains(FEEDS + ":80", TELEGRAM + ":80", SLACK + ":80", SOCKET + ":80")
          .noneMatch(address -> address.startsWith("10."));
      bot.terminate();
      assertThat(bot.awaitExit()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void f1WithoutItsProxyNothingLeaves(Function<String, FakeProxy> kind) throws IOException {
    FakeProxy proxy = routes(kind.apply("me:pass"));
    Map<String, String> settings = settings(proxy);
    proxy.close();
    telegram.say(CHAT, "/list");
    try (BotProcess bot =
        BotProcess.start(Files.createDirectory(temporary.resolve("bot")), settings)) {
      await().atMost(PATIENCE).until(() -> bot.log().contains("getUpdates failed"));
      assertThat(telegram.requests("getme")).isEmpty();
      assertThat(slack.calls("auth.test")).isEmpty();
    }
  }

  private FakeProxy routes(FakeProxy proxy) {
    return proxy
        .route(FEEDS + ":80", publisher.address("/").getPort())
        .route(TELEGRAM + ":80", telegram.url().getPort())
        .route(SLACK + ":80", slack.apiUrl().getPort())
        .route(SOCKET + ":80", slack.socket().port());
  }

  private Map<String, String> settings(FakeProxy proxy) {
    Map<String, String> settings = new HashMap<>();
    settings.put("BONGSU_HTTP_PROXY", proxy.address());
    settings.put("BONGSU_HTTP_PROXY_RESOLVES", "true");
    settings.put("TELEGRAM_BOT_TOKEN", telegram.token());
    settings.put("BONGSU_TELEGRAM_API_URL", "http://" + TELEGRAM);
    settings.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    settings.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    settings.put("BONGSU_SLACK_API_URL", "http://" + SLACK + "/api/");
    settings.put("BONGSU_ACCESS_MODE", "open");
    settings.put("BONGSU_FEED_ADDED_IN_CHATS", "everyone");
    settings.put("BONGSU_FEED_CATALOGUE", "");
    settings.put("BONGSU_FEED_INTERVAL", "1s");
    settings.put("BONGSU_FEED_MIN_INTERVAL", "1s");
    settings.put("BONGSU_HTTP_HOST_GAP", "50ms");
    return settings;
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

  private static Map<String, ?> command(String text) {
    return Map.of(
        "command",
        "/bongsu",
        "text",
        text,
        "team_id",
        "T1",
        "channel_id",
        "C1",
        "user_id",
        "U1",
        "trigger_id",
        "t1");
  }

  private List<String> texts() {
    return telegram.sent(CHAT).stream().map(FakeTelegram.SentMessage::text).toList();
  }

  private List<String> slackTexts() {
    return slack.posts("C1").stream().map(SlackPost::visible).toList();
  }

  private static long told(List<String> texts) {
    return texts.stream().filter(text -> text.startsWith(TITLE)).count();
  }
}
