package dev.bongsu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import dev.bongsu.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A source that brings nothing for 60 days is named to the operator.
class IdleFeedsTest {
  private static final ChatId OPERATOR = new ChatId(Platform.TELEGRAM, "", "9", "");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);

  @Test
  void itIsNamedOnceAlsoAfterARestart() throws IOException {
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer server = FeedServer.start()) {
      serve(server, "/lively", "1");
      serve(server, "/quiet", "1");
      Path catalogue =
          Files.writeString(
              TestFolders.create().resolve("town.yaml"),
              """
              feeds:
              - {name: Lively, language: en, category: news, address: '%s'}
              - {name: Quiet, language: en, category: news, address: '%s'}
              """
                  .formatted(server.address("/lively"), server.address("/quiet")));
      Map<String, String> settings =
          Map.of(
              "bongsu.feed.catalogue", catalogue.toString(),
              "bongsu.operator.chat", "telegram:9",
              "bongsu.http.allow", server.allow());
      try (TestBot bot = start(database, settings)) {
        passDays(bot, 1);
        serve(server, "/lively", "2");
        passDays(bot, 57);
        assertThat(platform.replies(OPERATOR)).isEmpty();
      }
      serve(server, "/lively", "3");
      try (TestBot bot = start(database, settings)) {
        passDays(bot, 4);
        assertThat(named()).hasSize(1).allMatch(text -> text.contains("60 days: Quiet."));
      }
      try (TestBot bot = start(database, settings)) {
        passDays(bot, 20);
        assertThat(named()).hasSize(1);
      }
    }
  }

  private List<String> named() {
    return platform.replies(OPERATOR).stream().filter(text -> text.contains("60 days")).toList();
  }

  private TestBot start(TestDatabase database, Map<String, String> settings) {
    return TestBot.start(database, clock, settings, context -> TestBot.register(context, platform));
  }

  private void passDays(TestBot bot, int days) {
    for (int day = 0; day < days; day++) {
      clock.advance(Duration.ofDays(1));
      bot.runDueWork();
      bot.bean(FeedNotices.class).reportIdle();
      bot.runDueWork();
    }
  }

  private static void serve(FeedServer server, String path, String entry) {
    String item =
        "<item><title>News %s</title><guid>%s%s</guid></item>".formatted(entry, path, entry);
    server.serve(
        path,
        "<rss version=\"2.0\"><channel><title>T</title>%s</channel></rss>".formatted(item),
        "text/xml");
  }
}
