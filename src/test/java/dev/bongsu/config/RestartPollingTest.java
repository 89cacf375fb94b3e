package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Platform;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A bot that is restarted again and again asks nobody before its time.
class RestartPollingTest {
  private static final int FEEDS = 200;
  private static final int RESTARTS = 20;
  private static final String RSS =
      "<rss version='2.0'><channel><title>T</title><item><title>a</title></item></channel></rss>";

  private final TestClock clock = new TestClock();

  @Test
  void r086TwentyRestartsAskNoFeedBeforeItIsDue() {
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer server = FeedServer.start()) {
      try (TestBot bot = start(database, server)) {
        ChatKey chat =
            bot.bean(ChatStore.class)
                .findOrCreate(new ChatId(Platform.TELEGRAM, "", "1", ""), Locale.ENGLISH)
                .key();
        for (int i = 0; i < FEEDS; i++) {
          server.serveWithEtag("/" + i, RSS, "text/xml", "\"" + i + "\"");
          bot.bean(FeedStore.class).addWithoutFetching(server.address("/" + i), "", chat);
        }
        bot.runDueWork();
      }
      assertThat(server.requests()).hasSize(FEEDS);

      for (int restart = 0; restart < RESTARTS; restart++) {
        clock.advance(Duration.ofSeconds(44));
        try (TestBot bot = start(database, server)) {
          bot.runDueWork();
        }
      }
      assertThat(server.requests()).as("after %d restarts", RESTARTS).hasSize(FEEDS);

      clock.advance(Duration.ofMinutes(15).minusSeconds(44L * RESTARTS));
      try (TestBot bot = start(database, server)) {
        // What is due at a start is spread over its first minute.
        clock.advance(Duration.ofMinutes(1));
        bot.runDueWork();
      }
      assertThat(server.requests()).hasSize(2 * FEEDS);
      assertThat(server.requests().subList(FEEDS, 2 * FEEDS))
          .allMatch(request -> !request.header("if-none-match").isEmpty());
    }
  }

  private TestBot start(TestDatabase database, FeedServer server) {
    return TestBot.start(database, clock, new FakeChat(Platform.TELEGRAM), server.allow());
  }
}
