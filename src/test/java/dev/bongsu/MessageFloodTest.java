package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.NewsFixture;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who says too much at once gets one answer, and nobody else notices.
class MessageFloodTest {
  private static final ChatId READER = chat("reader");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);

  @ParameterizedTest
  @CsvSource({"1,10000", "1000,10"})
  void r099AFloodIsAnsweredOnceInTenSecondsAndAlertsComeMeanwhile(int people, int each) {
    try (TestDatabase database = TestDatabase.sqlite();
        FeedServer publisher = FeedServer.start();
        TestBot bot = TestBot.start(database, clock, platform, publisher.allow())) {
      NewsFixture news = new NewsFixture(publisher);
      news.publish("spring-festival");
      bot.say(READER, "/addfeed " + news.feed(), "reader", Locale.ENGLISH);
      bot.say(READER, "/subscribe 사이버안보", "reader", Locale.ENGLISH);
      bot.runDueWork();
      news.publish("cyber-meeting");
      clock.advance(Duration.ofMinutes(16));

      flood(bot, people, each);
      bot.runDueWork();
      clock.advance(Duration.ofSeconds(2));
      bot.runDueWork();

      for (int person = 0; person < people; person++) {
        assertThat(platform.replies(chat("p" + person)))
            .singleElement()
            .asString()
            .startsWith("You sent many commands at once");
      }
      assertThat(platform.alerts(READER)).hasSize(1);

      clock.advance(Duration.ofSeconds(61));
      bot.say(chat("p0"), "/list", "p0", Locale.ENGLISH);
      bot.runDueWork();
      assertThat(platform.replies(chat("p0"))).hasSize(2).last().asString().startsWith("No sub");
    }
  }

  @Test
  void r099NothingThatChangesSomethingIsLeftOutOfABurst() {
    try (TestDatabase database = TestDatabase.sqlite();
        TestBot bot = TestBot.start(database, clock, platform, "127.0.0.1:1")) {
      bot.inOneTransaction(
          () ->
              IntStream.rangeClosed(1, 12)
                  .forEach(i -> bot.say(READER, "/subscribe word" + i, "reader", Locale.ENGLISH)));
      bot.runDueWork();
      assertThat(platform.replies(READER)).hasSize(1);

      clock.advance(Duration.ofSeconds(11));
      bot.say(READER, "/list", "reader", Locale.ENGLISH);
      bot.runDueWork();
      assertThat(platform.replies(READER).getLast()).contains("12 subscriptions");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/list",
        "/help",
        "/feeds",
        "/topics",
        "/status",
        "/settings",
        "/search word",
        "/timezone"
      })
  void c14LookingIsNotCounted(String look) {
    try (TestDatabase database = TestDatabase.sqlite();
        TestBot bot = TestBot.start(database, clock, platform, "127.0.0.1:1")) {
      for (int i = 0; i < 25; i++) {
        say(bot, look, Duration.ofSeconds(2));
      }
      say(bot, "/subscribe word", Duration.ofSeconds(2));
      assertThat(platform.replies(READER)).hasSize(26);
      assertThat(platform.replies(READER).getLast()).startsWith("Subscribed: word");
    }
  }

  @Test
  void c14TheLimitOnChangesIsSaidOnceAMinuteWithItsEnd() {
    try (TestDatabase database = TestDatabase.sqlite();
        TestBot bot = TestBot.start(database, clock, platform, "127.0.0.1:1")) {
      for (int i = 0; i < 25; i++) {
        say(bot, "/subscribe word" + i, Duration.ofSeconds(2));
      }
      assertThat(platform.replies(READER)).hasSize(21);
      assertThat(platform.replies(READER).getLast()).contains("more than 20", "in 20 seconds");
      say(bot, "/list", Duration.ofSeconds(10));
      assertThat(platform.replies(READER).getLast()).contains("20 subscriptions");
      say(bot, "/subscribe later", Duration.ofSeconds(2));
      assertThat(platform.replies(READER).getLast()).startsWith("Subscribed: later");
    }
  }

  private void say(TestBot bot, String text, Duration wait) {
    bot.say(READER, text, "reader", Locale.ENGLISH);
    bot.runDueWork();
    clock.advance(wait);
  }

  private static void flood(TestBot bot, int people, int each) {
    bot.inOneTransaction(
        () ->
            IntStream.range(0, people * each)
                .mapToObj(i -> "p" + i % people)
                .forEach(who -> bot.say(chat(who), "/list", who, Locale.ENGLISH)));
  }

  private static ChatId chat(String name) {
    return new ChatId(Platform.TELEGRAM, "", name, "");
  }
}
