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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands for subscriptions and settings, with right and wrong input.
class ConversationTest {
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
    bot = TestBot.start(database, clock, platform, server.allow());
  }

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void aPersonIsGreetedInTheirLanguageAndToldWhatToDo() {
    assertThat(ask(ENGLISH, "/start")).startsWith("Hello").contains("/subscribe", "/help");
    assertThat(ask(ENGLISH, "/help"))
        .contains("/list", "/unsubscribe", "/feeds", "/addfeed", "/removefeed", "/language");
    assertThat(ask(KOREAN, "/시작")).startsWith("안녕하세요").contains("/subscribe", "/help");
    assertThat(ask(KOREAN, "/도움말"))
        .contains("/list", "/unsubscribe", "/feeds", "/addfeed", "/removefeed", "/language");
  }

  @Test
  void aSubscriptionIsMadeListedAndEnded() {
    assertThat(ask(ENGLISH, "/list")).startsWith("No subscriptions yet");
    assertThat(ask(ENGLISH, "/subscribe  cyber\n meeting")).startsWith("Subscribed: cyber meeting");
    assertThat(ask(ENGLISH, "/subscribe cyber meeting")).contains("already: cyber meeting");
    assertThat(ask(ENGLISH, "/subscribe {0}을(를) it's")).startsWith("Subscribed: {0}을(를) it's");
    assertThat(ask(ENGLISH, "/list"))
        .isEqualTo(
            """
            2 subscriptions:
            1. cyber meeting - no matches this week
            2. {0}을(를) it's - no matches this week
            To change one: its button, or /settings NUMBER. To remove one: /unsubscribe NUMBER\
            """);
    assertThat(ask(ENGLISH, "/unsubscribe 3")).startsWith("There is no subscription \"3\".");
    assertThat(ask(ENGLISH, "/unsubscribe")).contains("number in /list");
    assertThat(ask(ENGLISH, "/unsubscribe #2")).isEqualTo("Unsubscribed: {0}을(를) it's");
    assertThat(ask(ENGLISH, "/unsubscribe Cyber  Meeting"))
        .isEqualTo("Unsubscribed: cyber meeting");
    assertThat(ask(ENGLISH, "/unsubscribe 1")).contains("There is no subscription");
  }

  @Test
  void koreanWordsDoForOptionsCitiesAndSubjectsOfHelp() {
    ask(KOREAN, "구독 회의");
    assertThat(ask(KOREAN, "설정 1 소리없이")).contains("🔕 소리 없음");
    assertThat(ask(KOREAN, "설정 1 소리없이 끄기")).doesNotContain("소리 없음");
    assertThat(ask(KOREAN, "시간대 도쿄")).contains("Asia/Tokyo (일본 시간)", "그곳은 지금 3월 2일 오전 9:00");
    assertThat(ask(KOREAN, "도움말 알림")).startsWith("알림에는 제목");
    assertThat(ask(KOREAN, "정지")).startsWith("구독 1건을 멈추었습니다. /resume");
    assertThat(ask(KOREAN, "정지")).isEqualTo("멈출 구독이 없습니다.");
  }

  @Test
  void aSubscriptionIsMadeListedAndEndedInKorean() {
    assertThat(ask(KOREAN, "/목록")).startsWith("아직 구독이 없습니다.");
    assertThat(ask(KOREAN, "/구독 사이버안보 회의")).startsWith("구독을 시작했습니다: 사이버안보 회의\n");
    assertThat(ask(KOREAN, "/구독 사이버안보 회의")).startsWith("이미 구독하고 계십니다:");
    assertThat(ask(KOREAN, "/목록")).startsWith("구독 1건:\n1. 사이버안보 회의 - 이번 주 0건\n");
    assertThat(ask(KOREAN, "/구독취소 둘")).contains("\"둘\" 구독을 찾지 못했습니다", "/list");
    assertThat(ask(KOREAN, "/구독취소")).contains("/list 의 번호");
    assertThat(ask(KOREAN, "/구독취소 1번")).isEqualTo("구독을 취소했습니다: 사이버안보 회의");
  }

  @Test
  void oneChatCannotEndAnothersSubscription() {
    ask(ENGLISH, "/subscribe cyber");

    assertThat(ask(KOREAN, "/unsubscribe 1")).contains("찾지 못했습니다");
    assertThat(ask(ENGLISH, "/list")).contains("1. cyber");
  }

  @ParameterizedTest
  @CsvSource({
    "'/subscribe',after the command",
    "'/subscribe \"open phrase',quotation mark",
    "/subscribe -game,Only excluded",
    "/subscribe (a OR b,parenthesis",
    "/subscribe a OR,missing beside \"OR\"",
    "/subscribe !!!,no word"
  })
  void aQueryThatCannotBeUsedIsExplained(String wrong, String explanation) {
    assertThat(ask(ENGLISH, wrong)).contains(explanation).doesNotContain("{");
    assertThat(ask(KOREAN, wrong)).matches("(?s).*(?:습니다|주세요).*").doesNotContain("{");
    assertThat(ask(ENGLISH, "/list")).startsWith("No subscriptions");
  }

  @Test
  void r108AQueryThatIsTooLongIsRefusedWithTheLimit() {
    assertThat(ask(ENGLISH, "/subscribe " + "x".repeat(9_000))).contains("400 characters at most");
    assertThat(ask(ENGLISH, "/subscribe " + "word ".repeat(60))).contains("32 at most");
  }

  @Test
  void wordsThatAreNoCommandAreAnsweredKindly() {
    assertThat(ask(ENGLISH, "hello there")).contains("/subscribe", "/help");
    assertThat(ask(KOREAN, "안녕")).contains("/subscribe", "/help");
    assertThat(ask(ENGLISH, "/subscibe x")).contains("/subscibe", "Did you mean /subscribe?");
    assertThat(ask(KOREAN, "/구독취")).contains("/구독취는", "/구독");
    assertThat(ask(ENGLISH, "/weather"))
        .isEqualTo("I do not know /weather. /help shows what I can do.");
    assertThat(ask(KOREAN, "/날씨")).startsWith("/날씨는 모르는 명령입니다.").contains("/help");
    assertThat(ask(ENGLISH, "/" + "x".repeat(9_000))).hasSizeLessThan(200).contains("/help");
    assertThat(ask(ENGLISH, "/unsubscribe " + "x".repeat(9_000))).hasSizeLessThan(200);
    assertThat(ask(ENGLISH, "/removefeed " + "x\n".repeat(4_000))).hasSizeLessThan(200);
  }

  @Test
  void theLanguageIsTheChatsToChoose() {
    assertThat(ask(ENGLISH, "/language")).contains("/language en", "/language ko");
    assertThat(ask(ENGLISH, "/language fr")).contains("/language en", "/language ko");
    assertThat(ask(ENGLISH, "/language KO")).contains("한국어로");
    assertThat(ask(ENGLISH, "/list")).startsWith("아직 구독이 없습니다.");
    assertThat(ask(ENGLISH, "/언어 en")).startsWith("From now on");
    assertThat(ask(KOREAN, "/언어 프랑스어")).contains("/language ko", "/language en");
  }

  @Nested
  class WhenAnAnswerBreaks {

    @Test
    void r018ItIsTriedAgainThenApologisedForAndTheNextWordsAreAnsweredInOrder() {
      database
          .database()
          .write()
          .sql(
              "create trigger boom before insert on subscription when new.text = 'boom'"
                  + " begin select raise(abort, 'a bug'); end")
          .update();
      bot.say(ENGLISH, "/subscribe boom");
      bot.say(ENGLISH, "/subscribe next");
      bot.say(ENGLISH, "/list");
      bot.say(KOREAN, "/list", Locale.KOREAN);
      bot.runDueWork();
      assertThat(platform.replies(ENGLISH)).isEmpty();
      assertThat(platform.replies(KOREAN)).hasSize(1);

      for (int i = 0; i < 2; i++) {
        assertThat(platform.replies(ENGLISH)).isEmpty();
        clock.advance(Duration.ofSeconds(5));
        bot.runDueWork();
      }

      List<String> replies = platform.replies(ENGLISH);
      assertThat(replies).hasSize(3);
      assertThat(replies.getFirst()).startsWith("Sorry").doesNotContain("bug", "Exception");
      assertThat(replies.get(1)).startsWith("Subscribed: next");
      assertThat(replies.getLast()).contains("One subscription:\n1. next");
    }

    @Test
    void r018WhatBreaksOnceIsAnsweredAtTheSecondAttempt() {
      database.database().write().sql("alter table counter rename to away").update();
      bot.say(ENGLISH, "/subscribe cyber");
      bot.runDueWork();
      database.database().write().sql("alter table away rename to counter").update();
      clock.advance(Duration.ofSeconds(5));
      bot.runDueWork();

      assertThat(platform.replies(ENGLISH)).singleElement().asString().startsWith("Subscribed");
    }
  }

  private String ask(ChatId chat, String text) {
    int before = platform.replies(chat).size();
    bot.say(chat, text, chat.equals(KOREAN) ? Locale.KOREAN : Locale.ENGLISH);
    bot.runDueWork();
    assertThat(platform.replies(chat)).as("replies to %s", text).hasSize(before + 1);
    return platform.replies(chat).getLast();
  }
}
