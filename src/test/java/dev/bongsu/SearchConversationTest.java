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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was in the news before somebody asked, as a person meets it.
class SearchConversationTest {
  private static final ChatId ENGLISH = new ChatId(Platform.TELEGRAM, "", "1", "");
  private static final ChatId KOREAN = new ChatId(Platform.TELEGRAM, "", "2", "");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private TestDatabase database;
  private FeedServer server;
  private NewsFixture news;
  private TestBot bot;

  @BeforeEach
  void start() {
    database = TestDatabase.sqlite();
    server = FeedServer.start();
    news = new NewsFixture(server);
    news.publish("spring-festival");
    bot = TestBot.start(database, clock, platform, server.allow()).withOwner(ENGLISH, "someone");
    ask(ENGLISH, "/addfeed " + news.feed());
    news.publish("cyber-meeting");
    clock.advance(Duration.ofMinutes(16));
    bot.runDueWork();
    clock.advance(Duration.ofSeconds(1));
    bot.runDueWork();
    bot.updateArchive();
  }

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void subscribingShowsWhatItWouldHaveBrought() {
    assertThat(ask(ENGLISH, "/subscribe 사이버안보 회의"))
        .startsWith("Subscribed: 사이버안보 회의")
        .contains("In the last 7 days one article would have matched, less than one a day.")
        .contains("• 외교부, 세종 프로세스 사이버안보 작업반 회의 열어 (보람뉴스, Mar 2, 2026, 1:00 AM UTC)")
        .contains("/news/cyber-meeting");
    assertThat(ask(KOREAN, "/구독 신뢰구축조치"))
        .contains("지난 7일 동안 1건이 해당됩니다(하루 한 건 미만).", "2026년 3월 2일 오전 10:00");
    assertThat(ask(ENGLISH, "/subscribe 북극곰"))
        .contains("In the last 7 days no article would have matched.");
  }

  @Test
  void tryingShowsTheSameAndSubscribesToNothing() {
    assertThat(ask(ENGLISH, "/try 축제"))
        .startsWith("What /subscribe 축제 would bring:")
        .contains("one article would have matched", "봄꽃 축제")
        .contains("In the last 7 days");
    assertThat(ask(ENGLISH, "/list")).startsWith("No subscriptions yet");
    assertThat(ask(KOREAN, "/시험 (")).contains("괄호");
    assertThat(ask(KOREAN, "/try")).contains("/try 사이버안보 회의");
  }

  @Test
  void searchingFindsTheBodyOfAPageAndNotTheAdvertisersBesideIt() {
    assertThat(ask(ENGLISH, "/search 공동 의장")).contains("1. 외교부", "/news/cyber-meeting");
    assertThat(ask(ENGLISH, "/search 가람비전")).startsWith("I found no article");
    assertThat(ask(KOREAN, "/검색 세종 OR 축제")).contains("1. 외교부", "2. 세종시, 봄꽃 축제 개막");
    assertThat(ask(KOREAN, "/검색 세종 /2")).isEqualTo("세종에 맞는 기사가 더 없습니다.");
    assertThat(ask(KOREAN, "/검색")).contains("/search 사이버안보 회의");
    assertThat(ask(ENGLISH, "/search -축제")).contains("excluded");
  }

  @Test
  void whileTheArchiveIsBeingMadeTheAnswerSaysSo() {
    bot.close();
    bot = TestBot.start(database, clock, platform, server.allow());
    assertThat(ask(ENGLISH, "/search 세종")).contains("still collecting");
    bot.updateArchive();
    assertThat(ask(ENGLISH, "/search 세종")).contains("1. 외교부").doesNotContain("still collecting");
  }

  private String ask(ChatId chat, String words) {
    bot.say(chat, words, chat.equals(KOREAN) ? Locale.KOREAN : Locale.ENGLISH);
    bot.runDueWork();
    return platform.replies(chat).getLast();
  }
}
