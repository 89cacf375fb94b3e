package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What robots.txt forbids is not read; the feed's own text is told instead.
class RobotsFlowTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "12345", "");

  private final TestClock clock = new TestClock();
  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer server = FeedServer.start();
  private final FakeChat chat = new FakeChat(Platform.TELEGRAM);
  private final TestBot bot = TestBot.start(database, clock, chat, server.allow());

  @AfterEach
  void close() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void r092ReadsOnlyPagesThatRobotsMayReadAndAsksOnceADay() {
    server.serve(
        "/robots.txt",
        "User-agent: *\nAllow: /\n\nUser-agent: bongsu\nDisallow: /no\n",
        "text/plain");
    publish(item("/no/old"));
    bot.say(CHAT, "/subscribe harbour");
    bot.say(CHAT, "/addfeed " + server.address("/rss"));
    bot.runDueWork();

    publish(item("/no/1") + item("/yes/1") + item("/no/old"));
    turn(Duration.ofMinutes(15));
    publish(item("/no/2") + item("/yes/2") + item("/no/1") + item("/yes/1"));
    turn(Duration.ofMinutes(15));

    assertThat(server.requests("/robots.txt")).hasSize(1);
    assertThat(server.requests("/yes/1")).hasSize(1);
    assertThat(server.requests("/yes/2")).hasSize(1);
    assertThat(server.requests("/no/1")).isEmpty();
    assertThat(server.requests("/no/2")).isEmpty();
    assertThat(alerts()).hasSize(4);

    publish(item("/yes/3"));
    turn(Duration.ofDays(1));
    assertThat(server.requests("/robots.txt")).hasSize(2);
  }

  @Test
  void r092APageThatMovedIsReadOnlyWhereItsNewHostLetsRobots() {
    try (FeedServer other = FeedServer.start();
        TestBot reader =
            TestBot.start(
                TestDatabase.sqlite(), clock, chat, server.allow() + "," + other.allow())) {
      other.serve("/robots.txt", "User-agent: *\nDisallow: /no\n", "text/plain");
      other.serve("/yes", "<html><body><p>Ships.</p></body></html>", "text/html");
      server.redirect("/1", 302, other.address("/no").toString());
      server.redirect("/2", 302, other.address("/yes").toString());
      publish(item("/old"));
      reader.say(CHAT, "/subscribe harbour");
      reader.say(CHAT, "/addfeed " + server.address("/rss"));
      reader.runDueWork();

      publish(item("/1") + item("/2"));
      for (int i = 0; i < 4; i++) {
        clock.advance(i == 0 ? Duration.ofMinutes(15) : Duration.ofSeconds(2));
        reader.runDueWork();
      }

      assertThat(other.requests("/robots.txt")).hasSize(1);
      assertThat(other.requests("/no")).isEmpty();
      assertThat(other.requests("/yes")).hasSize(1);
      assertThat(alerts()).hasSize(2);
    }
  }

  @Test
  void r092AHostWhoseRobotsTxtCannotBeHadIsLeftAlone() {
    server.answer("/robots.txt", 503, new byte[0]);
    publish(item("/old"));
    bot.say(CHAT, "/subscribe harbour");
    bot.say(CHAT, "/addfeed " + server.address("/rss"));
    bot.runDueWork();

    publish(item("/1"));
    turn(Duration.ofMinutes(15));

    assertThat(server.requests("/1")).isEmpty();
    assertThat(alerts()).hasSize(1);
  }

  private List<Message.Alert> alerts() {
    return chat.alerts(CHAT);
  }

  private void turn(Duration step) {
    clock.advance(step);
    bot.runDueWork();
  }

  private static String item(String path) {
    return "<item><title>Harbour news %s</title><link>%s</link><description>Ships.</description></item>"
        .formatted(path, path);
  }

  private void publish(String items) {
    server.serve(
        "/rss",
        "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>",
        "text/xml");
  }
}
