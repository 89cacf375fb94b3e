package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
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
            "One feed:\n"
                + "1. 보람뉴스 - read now, next in 15 min; in 30 days: no articles, no alerts here"
                + " (added here)");
    assertThat(platform.alerts(ENGLISH)).isEmpty();
  }

  @Test
  void aFeedIsFoundThroughAPage() {
    server.serve(
        "/", "<link rel=alternate type='application/rss+xml' href='/rss'><p>News</p>", "text/html");

    assertThat(ask(KOREAN, "/피드추가 " + server.address("/")))
        .startsWith("이제 이 피드를 지켜봅니다: 보람뉴스\n" + news.feed())
        .contains("글 1개");
    assertThat(ask(KOREAN, "/피드")).contains("피드 1개:", "지금 읽음", "다음 15분 후", "여기서 추가함");
  }

  @Test
  void ofSeveralFeedsAButtonChooses() {
    String type = "<link rel=alternate type='application/rss+xml' ";
    server.serve("/", type + "title=A href='/a'>" + type + "title=B href='/rss'>", "text/html");

    assertThat(ask(ENGLISH, "/addfeed " + server.address("/"))).contains("several feeds");
    Message.Text question = (Message.Text) platform.received().getLast().message();
    assertThat(question.buttons()).hasSize(2);
    bot.press(ENGLISH, question.buttons().getLast().getFirst().payload());
    bot.runDueWork();
    assertThat(platform.replies(ENGLISH).getLast()).startsWith("Now I watch this feed: 보람뉴스");
  }

  @Test
  void aSiteThatRefusesSaysSo() {
    server.answer("/", 403, new byte[0], "Content-Type: text/html");

    assertThat(ask(ENGLISH, "/addfeed " + server.address("/")))
        .contains("no robots", "bongsu.http.user-agent");
  }

  @Test
  void addedAgainItIsKnown() {
    ask(ENGLISH, "/addfeed " + news.feed());

    assertThat(ask(ENGLISH, "/addfeed " + news.feed())).contains("added this feed already");
    // Another chat does not learn that somebody watches it.
    assertThat(ask(KOREAN, "/addfeed " + news.feed())).startsWith("이제 이 피드를 지켜봅니다");
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
  void c18AnAddressThatTheGuardRefusesIsRefusedInWordsThatSayNothingOfTheTarget(String address) {
    assertThat(ask(ENGLISH, "/addfeed " + address))
        .isEqualTo(Translations.in(Locale.ENGLISH).text("addfeed.refused"))
        .contains("private networks", "bongsu.http.allow");
  }

  @Test
  void r098WhereNobodyAnswersAndWhereRedirectsLeadNowhereSoundTheSame() {
    server.answerRaw("/broken", new byte[0]);
    server.redirect("/loop", 302, server.address("/loop").toString());

    String reply = ask(ENGLISH, "/addfeed " + server.address("/broken"));

    assertThat(reply).isEqualTo(Translations.in(Locale.ENGLISH).text("addfeed.unreachable"));
    assertThat(ask(ENGLISH, "/addfeed " + server.address("/loop"))).isEqualTo(reply);
  }

  @Test
  void f13ASecretAddressIsInNoAnswer() {
    server.serve("/rss?token=abc123", rss(), "text/xml");
    String secret = server.address("/rss?token=abc123").toString();
    String withUser = secret.replace("http://", "http://me:hunter2@");
    for (String typed :
        List.of(
            "/addfeed " + secret,
            "/addfeed " + secret,
            "/feeds",
            "/export",
            "/export opml",
            "/addfeed " + withUser + "&x",
            "/removefeed " + withUser + "&y",
            "/unsubscribe " + withUser,
            "/pause " + withUser,
            "/settings " + withUser,
            "/edit 7 " + withUser,
            "/timezone " + withUser,
            "/help " + withUser,
            "/why " + secret + "&z",
            "/import feeds: ['"
                + withUser
                + "&n', 'htp:/me:hunter2@x y', 'https://me:hunter2@ho st/x?token=abc123']",
            "/removefeed " + secret)) {
      bot.say(ENGLISH, typed, Locale.ENGLISH);
      bot.runDueWork();
      clock.advance(Duration.ofSeconds(5));
    }
    assertThat(platform.replies(ENGLISH))
        .hasSizeGreaterThan(15)
        .noneMatch(reply -> reply.contains("abc123") || reply.contains("hunter2"));
  }

  @Test
  void c15FeedsInTroubleComeFirstAndNumbersCountNaturally() {
    for (int i : List.of(10, 2, 1, 3)) {
      server.serve("/n" + i, rss().replace("Secret news", "News " + i), "text/xml");
      ask(ENGLISH, "/addfeed " + server.address("/n" + i));
    }
    server.answer("/n3", 500, new byte[0]);
    clock.advance(Duration.ofMinutes(16));
    bot.runDueWork();
    clock.advance(Duration.ofMinutes(2));

    String list = ask(ENGLISH, "/feeds");
    assertThat(list.lines().map(line -> line.replaceAll(" - .*", "")))
        .containsSubsequence("1. News 3", "2. News 1", "3. News 2", "4. News 10");
    assertThat(list).contains("2 min ago", "last read 18 min ago; since then its server answers");
    assertThat(ask(ENGLISH, "/feeds trouble"))
        .contains("One feed is in trouble:\n1. News 3")
        .doesNotContain("News 10");
    assertThat(ask(ENGLISH, "/removefeed 2")).contains("News 1");
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
