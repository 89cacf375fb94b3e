package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.Button;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A subscription also finds the words of the other language, if the chat reads it.
class BilingualSubscriptionTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "7", "");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer server = FeedServer.start();
  private TestBot bot;

  @BeforeEach
  void start() {
    bot = TestBot.start(database, clock, platform, server.allow());
  }

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void saysWhatItAddedAndTakesItAway() {
    assertThat(ask("/settings reads ko,en")).contains("English, Korean");
    assertThat(ask("/subscribe spyware hotel"))
        .startsWith("Subscribed: (spyware OR 스파이웨어) hotel")
        .contains("Also in Korean: 스파이웨어");
    press("Only what I wrote");
    assertThat(ask("/list")).contains("1. spyware hotel").doesNotContain("스파이웨어");
  }

  @Test
  void inAnEnglishChatEnglishIsOfferedForKoreanWords() {
    assertThat(ask("/subscribe 루트킷")).doesNotContain("rootkit");
    press("🌐 Also in English");
    assertThat(ask("/list")).contains("1. 루트킷 OR rootkit");
    assertThat(ask("/subscribe 스파이웨어")).contains("Also in English: spyware");
  }

  @Test
  void offersALanguageThatIsNotRead() {
    assertThat(ask("/subscribe spyware")).doesNotContain("스파이웨어");
    press("🌐 Also in Korean");
    assertThat(ask("/list")).contains("1. spyware OR 스파이웨어");
    assertThat(ask("/settings reads")).contains("English, Korean");
    assertThat(ask("/subscribe rootkit")).contains("Also in Korean: 루트킷");
  }

  @Test
  void findsWordsOfTheLanguagesThatAreRead() {
    assertThat(ask("/subscribe 루트킷")).startsWith("Subscribed: 루트킷\n");
    ask("/settings reads ko,en");
    assertThat(ask("/subscribe 스파이웨어")).contains("Also in English: spyware");
    assertThat(ask("/subscribe =스파이웨어")).doesNotContain("spyware");
    assertThat(ask("/subscribe garden party")).doesNotContain("Also in");
  }

  @Test
  void refusesLanguagesWithoutWords() {
    assertThat(ask("/settings reads ko,xx")).startsWith("I know words in these languages");
    assertThat(ask("/settings reads")).contains("English").doesNotContain("Korean");
  }

  @Test
  void saysWhichWordsAreFoundOnlyAsWritten() {
    assertThat(ask("/subscribe תקיפה")).contains("find them only as written: תקיפה");
    assertThat(ask("/subscribe атака")).doesNotContain("only as written");
  }

  private void press(String label) {
    Message.Text last = (Message.Text) platform.received().getLast().message();
    Button pressed =
        last.buttons().stream()
            .flatMap(List::stream)
            .filter(one -> one.label().equals(label))
            .findFirst()
            .orElseThrow();
    bot.press(CHAT, pressed.payload());
    bot.runDueWork();
  }

  private String ask(String text) {
    bot.say(CHAT, text);
    bot.runDueWork();
    clock.advance(Duration.ofSeconds(4));
    return platform.replies(CHAT).getLast();
  }
}
