package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Platform;
import dev.bongsu.chat.Translations;
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
import org.junit.jupiter.params.provider.ValueSource;

/// Every command, with right and wrong input, as a person meets it.
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
            To change one: its button, or /settings NUMBER. To end one: /unsubscribe NUMBER\
            """);
    assertThat(ask(ENGLISH, "/unsubscribe 3")).startsWith("I find no subscription \"3\".");
    assertThat(ask(ENGLISH, "/unsubscribe")).contains("number in /list");
    assertThat(ask(ENGLISH, "/unsubscribe #2")).isEqualTo("Ended: {0}을(를) it's");
    assertThat(ask(ENGLISH, "/unsubscribe Cyber  Meeting")).isEqualTo("Ended: cyber meeting");
    assertThat(ask(ENGLISH, "/unsubscribe 1")).contains("I find no subscription");
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
  class Feeds {

    @Test
    void aFeedIsAddedByItsAddressAndItsEntriesAreOldNews() {
      assertThat(ask(ENGLISH, "/feeds")).contains("/addfeed");
      assertThat(ask(ENGLISH, "/addfeed " + news.feed()))
          .startsWith("I watch this feed now: 보람뉴스\n" + news.feed())
          .contains("one entry");
      assertThat(ask(ENGLISH, "/feeds"))
          .contains(
              "One feed:\n"
                  + "1. 보람뉴스 - read Mar 2, 12:00 AM UTC, next Mar 2, 12:15 AM UTC, articles this"
                  + " week: 0 (added here)");
      assertThat(platform.alerts(ENGLISH)).isEmpty();
    }

    @Test
    void aFeedIsFoundThroughAPage() {
      server.serve(
          "/",
          "<link rel=alternate type='application/rss+xml' href='/rss'><p>News</p>",
          "text/html");

      assertThat(ask(KOREAN, "/피드추가 " + server.address("/")))
          .startsWith("이제 이 피드를 지켜봅니다: 보람뉴스\n" + news.feed())
          .contains("글 1개");
      assertThat(ask(KOREAN, "/피드")).contains("피드 1개:", "오전 9:00에 읽음", "여기서 추가함");
    }

    @Test
    void addedAgainItIsKnown() {
      ask(ENGLISH, "/addfeed " + news.feed());

      assertThat(ask(ENGLISH, "/addfeed " + news.feed())).contains("added this feed already");
      assertThat(ask(KOREAN, "/addfeed " + news.feed())).contains("이미 지켜보고 있던 피드");
      assertThat(ask(KOREAN, "/addfeed " + news.feed())).contains("이미 추가한 피드");
    }

    @Test
    void anAddressThatIsNoneOrLeadsToNoFeedIsExplained() {
      server.serve("/page", "<p>No feed here</p>", "text/html");
      server.answer("/rss", 404, new byte[0]);

      assertThat(ask(ENGLISH, "/addfeed")).contains("after the command");
      assertThat(ask(ENGLISH, "/addfeed ftp://a.example/x")).contains("http:// or https://");
      assertThat(ask(KOREAN, "/addfeed")).contains("명령 뒤에");
      assertThat(ask(KOREAN, "/addfeed news")).contains("http://");
      assertThat(ask(KOREAN, "/addfeed " + server.address("/page"))).contains("\"RSS\"");
      assertThat(ask(ENGLISH, "/feeds")).contains("I watch no feed yet");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://127.0.0.1:1/rss",
          "http://192.168.0.1/rss",
          "http://[fd00::1]/rss",
          "http://169.254.169.254/latest",
          "http://user:word@10.0.0.1/"
        })
    void r098WhereItMayNotGoAndWhereNobodyAnswersSoundTheSame(String address) {
      server.answerRaw("/broken", new byte[0]);

      String reply = ask(ENGLISH, "/addfeed " + address);

      assertThat(reply).isEqualTo(Translations.in(Locale.ENGLISH).text("addfeed.unreachable"));
      assertThat(ask(ENGLISH, "/addfeed " + server.address("/broken"))).isEqualTo(reply);
    }

    @Test
    void r105ASecretFeedIsSeenByItsKeeperAlone() {
      server.serve("/rss?token=abc123", rss(), "text/xml");

      assertThat(ask(ENGLISH, "/addfeed " + server.address("/rss?token=abc123")))
          .startsWith("I watch this feed now");
      assertThat(ask(ENGLISH, "/feeds")).contains("Secret news").doesNotContain("abc123");
      assertThat(ask(KOREAN, "/feeds")).doesNotContain("Secret news");
      assertThat(ask(KOREAN, "/removefeed " + server.address("/rss?token=abc123")))
          .contains("찾지 못했습니다");
    }

    @Test
    void aFeedIsRemovedByWhoAddedIt() {
      ask(ENGLISH, "/addfeed " + news.feed());

      assertThat(ask(ENGLISH, "/removefeed")).contains("/feeds");
      assertThat(ask(ENGLISH, "/removefeed 7")).startsWith("I find no feed \"7\".");
      assertThat(ask(KOREAN, "/removefeed 1")).startsWith("보람뉴스는 이 대화방이 추가한 피드가 아니어서");
      assertThat(ask(ENGLISH, "/removefeed 1")).contains("no longer keeps 보람뉴스");
      assertThat(ask(ENGLISH, "/feeds")).contains("I watch no feed yet");
    }

    @Test
    void aFeedIsRemovedByItsAddress() {
      ask(KOREAN, "/addfeed " + news.feed());

      assertThat(ask(KOREAN, "/피드삭제 " + news.feed())).startsWith("보람뉴스를 이 대화방의 피드에서 삭제");
    }

    private static String rss() {
      return "<rss version='2.0'><channel><title>Secret news</title>"
          + "<item><title>One</title><link>http://a.example/1</link></item></channel></rss>";
    }
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
