package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.SendResult;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.NewsFixture;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The product in one test: a person subscribes, a feed publishes, the chat is told once, whatever
/// dies in between.
class NewsFlowTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "12345", "");
  private static final Duration POLL = Duration.ofMinutes(16);
  private static final Duration LEASE = Duration.ofSeconds(61);

  private final TestClock clock = new TestClock();
  private final FakeChat chat = new FakeChat(Platform.TELEGRAM);
  private TestDatabase database;
  private FeedServer server;
  private NewsFixture news;
  private TestBot bot;

  @BeforeEach
  void aPersonSubscribes() {
    database = open();
    server = FeedServer.start();
    news = new NewsFixture(server);
    news.publish("spring-festival");
    bot = start();
    bot.say(CHAT, "/addfeed " + news.feed());
    bot.say(CHAT, "/subscribe 사이버안보 회의");
    bot.say(CHAT, "/subscribe 가람비전");
    turn();
  }

  /// The database of this run; another one in a subclass.
  TestDatabase open() {
    return TestDatabase.sqlite();
  }

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void oneAlertForANewArticleAndNoneForWhatWasThereBefore() {
    assertThat(chat.replies(CHAT)).hasSize(3);
    assertThat(chat.alerts(CHAT)).isEmpty();

    news.publish("cyber-meeting");
    clock.advance(POLL);
    turn();
    clock.advance(POLL);
    turn();

    assertThat(chat.alerts(CHAT)).hasSize(1);
    Message.Alert alert = chat.alerts(CHAT).getFirst();
    assertThat(alert.title()).isEqualTo("외교부, 세종 프로세스 사이버안보 작업반 회의 열어");
    assertThat(alert.subscriptions()).containsExactly("사이버안보 회의");
    assertThat(alert.matchedWords()).contains("사이버안보");
    assertThat(alert.summary()).isNotEmpty();
    assertThat(String.join(" ", alert.summary())).contains("40여개국").doesNotContain("가람비전");
    assertThat(alert.published()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
  }

  @Test
  void aPageThatCannotBeHadLeavesTheFeedsOwnText() {
    news.publishWithoutPage("cyber-meeting");
    clock.advance(POLL);
    turn();

    assertThat(chat.alerts(CHAT)).hasSize(1);
    assertThat(chat.alerts(CHAT).getFirst().summary()).isNotEmpty();
  }

  @Test
  void anOpinionIsCalledOne() {
    news.publish("cyber-column");
    clock.advance(POLL);
    turn();

    Message.Alert alert = chat.alerts(CHAT).getFirst();
    assertThat(alert.source()).isEqualTo("보람뉴스 · opinion");
    assertThat(String.join(" ", alert.summary())).contains("마련해야 한다");
  }

  @Test
  void anEndedSubscriptionBringsNoAlertThatWasStillOnItsWay() {
    news.publish("cyber-meeting");
    clock.advance(POLL);
    chat.answer(new SendResult.TemporaryFailure("busy"));
    turn();
    chat.answer(new SendResult.Sent("m"));
    bot.say(CHAT, "/unsubscribe 1");
    turn();
    clock.advance(Duration.ofMinutes(5));
    turn();

    assertThat(chat.alerts(CHAT)).isEmpty();
  }

  @Nested
  class WhenTheProcessIsKilled {

    @Test
    void r064BeforeTheSendTheAlertStillArrives() {
      news.publish("cyber-meeting");
      clock.advance(POLL);
      chat.beforeArrival(
          () -> {
            bot.kill();
            throw new IllegalStateException("killed");
          });
      turnUntilDead();
      assertThat(chat.alerts(CHAT)).isEmpty();

      chat.beforeArrival(() -> {});
      restart();

      assertThat(chat.alerts(CHAT)).hasSize(1);
    }

    @Test
    void r064BeforeTheRecordTheAlertComesTwiceAtMost() {
      news.publish("cyber-meeting");
      clock.advance(POLL);
      chat.beforeArrival(() -> bot.kill());
      turnUntilDead();
      assertThat(chat.alerts(CHAT)).hasSize(1);

      chat.beforeArrival(() -> {});
      restart();
      clock.advance(POLL);
      turn();

      assertThat(chat.alerts(CHAT)).hasSizeBetween(1, 2);
    }

    private void turnUntilDead() {
      try {
        turn();
      } catch (RuntimeException _) {
        // The dead bot's database is closed: everything it still tries fails.
      }
    }

    private void restart() {
      bot.close();
      bot = start();
      clock.advance(LEASE);
      turn();
    }
  }

  /// A page is asked for when its host's gap after the feed is over.
  private void turn() {
    bot.runDueWork();
    clock.advance(Duration.ofSeconds(1));
    bot.runDueWork();
  }

  private TestBot start() {
    return TestBot.start(database, clock, chat, server.allow());
  }
}
