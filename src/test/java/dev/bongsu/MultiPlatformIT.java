package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bongsu.testkit.BotProcess;
import dev.bongsu.testkit.FakeSlack;
import dev.bongsu.testkit.FakeTelegram;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.NewsFixture;
import dev.bongsu.testkit.SlackPost;
import dev.bongsu.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Telegram, Slack and the console in one process: the same article reaches each chat that asked
/// for it, once, in the chat's language.
class MultiPlatformIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TITLE = "외교부, 세종 프로세스 사이버안보 작업반 회의 열어";
  private static final long CHAT = 7;
  private static final long OTHER = 8;

  @TempDir private Path temporary;
  private final FakeTelegram telegram = FakeTelegram.start();
  private final FakeSlack slack = FakeSlack.start();
  private final FeedServer publisher = FeedServer.start();
  private final NewsFixture news = new NewsFixture(publisher);

  @AfterEach
  void stop() {
    publisher.close();
    slack.close();
    telegram.close();
  }

  @Test
  void onSqlite() throws IOException {
    try (TestDatabase database = TestDatabase.sqlite()) {
      tell(database);
    }
  }

  @Test
  void onPostgresql() throws IOException {
    try (TestDatabase database = TestDatabase.postgresql()) {
      tell(database);
    }
  }

  private void tell(TestDatabase database) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("bot"));
    news.publish("spring-festival");
    try (BotProcess bot = BotProcess.start(folder, settings(database))) {
      slack.socket().awaitConnection();
      subscribeEverywhere(bot);
      news.publish("cyber-meeting");

      await().atMost(PATIENCE).until(() -> told(texts(CHAT)) == 1);
      await().atMost(PATIENCE).until(() -> told(slackTitles("C1")) == 1);
      bot.awaitOutput(TITLE);
      assertThat(texts(OTHER)).hasSize(1);
      assertThat(texts(CHAT).getLast()).contains("for: 사이버안보 회의");
      bot.terminate();
      bot.awaitExit();
      assertThat(told(texts(CHAT))).isOne();
      assertThat(told(slackTitles("C1"))).isOne();
      assertThat(bot.output().split(TITLE, -1)).hasSize(2);
    }
  }

  private void subscribeEverywhere(BotProcess bot) {
    telegram.say(CHAT, "/addfeed " + news.feed());
    telegram.say(CHAT, "/subscribe 사이버안보 회의");
    telegram.say(OTHER, "/subscribe football");
    slack.socket().deliver("slash_commands", "e1", command("구독 사이버안보 회의"));
    bot.type("/subscribe 사이버안보");
    bot.awaitOutput("사이버안보");
    await().atMost(PATIENCE).until(() -> texts(CHAT).size() >= 2 && texts(OTHER).size() == 1);
    await().atMost(PATIENCE).until(() -> !slack.posts("C1").isEmpty());
  }

  private Map<String, String> settings(TestDatabase database) {
    Map<String, String> settings = new HashMap<>();
    settings.put("SPRING_DATASOURCE_URL", database.address());
    settings.put("SPRING_DATASOURCE_USERNAME", "postgres");
    settings.put("SPRING_DATASOURCE_PASSWORD", "postgres");
    settings.put("TELEGRAM_BOT_TOKEN", telegram.token());
    settings.put("BONGSU_TELEGRAM_API_URL", telegram.url().toString());
    settings.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
    settings.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
    settings.put("BONGSU_SLACK_API_URL", slack.apiUrl().toString());
    settings.put("BONGSU_CONSOLE_ENABLED", "true");
    settings.put("BONGSU_ACCESS_MODE", "open");
    settings.put("BONGSU_FEED_ADDED_IN_CHATS", "everyone");
    settings.put("BONGSU_FEED_CATALOGUE", "");
    settings.put("BONGSU_FEED_INTERVAL", "1s");
    settings.put("BONGSU_FEED_MIN_INTERVAL", "1s");
    settings.put("BONGSU_HTTP_ALLOW", publisher.allow());
    settings.put("BONGSU_HTTP_HOST_GAP", "50ms");
    return settings;
  }

  private static Map<String, ?> command(String text) {
    return Map.of(
        "command", "/bongsu",
        "text", text,
        "team_id", "T1",
        "channel_id", "C1",
        "user_id", "U1",
        "trigger_id", "trigger-1");
  }

  private List<String> texts(long chat) {
    return telegram.sent(chat).stream().map(FakeTelegram.SentMessage::text).toList();
  }

  private List<String> slackTitles(String channel) {
    return slack.posts(channel).stream().map(SlackPost::visible).toList();
  }

  private static long told(List<String> texts) {
    return texts.stream().filter(text -> text.contains(TITLE)).count();
  }
}
