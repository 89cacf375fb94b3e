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
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `/feeds`, `/addfeed` and `/removefeed`, with right and wrong input.
class FeedConversationTest {
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
  void aFeedIsAddedByItsAddressAndItsEntriesAreOldNews() {
    assertThat(ask(ENGLISH, "/feeds")).contains("/addfeed");
    assertThat(ask(ENGLISH, "/addfeed " + news.feed()))
        .startsWith("Now I watch this feed: 보람뉴스\n" + news.feed())
        .contains("one entry");
    assertThat(ask(ENGLISH, "/feeds"))
        .contains(
            "One feed:\n1. 보람뉴스 - read Mar 2, 12:00 AM UTC, next Mar 2, 12:15 AM UTC, articles this"
                + " week: 0 (added here)");
    assertThat(platform.alerts(ENGLISH)).isEmpty();
  }

  @Test
  void aFeedIsFoundThroughAPage() {
    server.serve(
        "/", "<link rel=alternate type='application/rss+xml' href='/rss'><p>News</p>", "text/html");

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
    assertThat(ask(ENGLISH, "/feeds")).contains("There are no feeds yet");
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
        .startsWith("Now I watch this feed");
    assertThat(ask(ENGLISH, "/feeds")).contains("Secret news").doesNotContain("abc123");
    assertThat(ask(KOREAN, "/feeds")).doesNotContain("Secret news");
    assertThat(ask(KOREAN, "/removefeed " + server.address("/rss?token=abc123")))
        .contains("찾지 못했습니다");
  }

  @Test
  void aFeedIsRemovedByWhoAddedIt() {
    ask(ENGLISH, "/addfeed " + news.feed());

    assertThat(ask(ENGLISH, "/removefeed")).contains("/feeds");
    assertThat(ask(ENGLISH, "/removefeed 7")).startsWith("There is no feed \"7\".");
    assertThat(ask(KOREAN, "/removefeed 1")).contains("피드를 찾지 못했습니다");
    assertThat(ask(ENGLISH, "/removefeed 1")).contains("Removed from this chat: 보람뉴스");
    assertThat(ask(ENGLISH, "/feeds")).contains("There are no feeds yet");
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

  private String ask(ChatId chat, String text) {
    int before = platform.replies(chat).size();
    bot.say(chat, text, chat.equals(KOREAN) ? Locale.KOREAN : Locale.ENGLISH);
    bot.runDueWork();
    assertThat(platform.replies(chat)).as("replies to %s", text).hasSize(before + 1);
    return platform.replies(chat).getLast();
  }
}
