package dev.bongsu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.config.TestBot;
import dev.bongsu.testkit.FakeChat;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import dev.bongsu.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What other people's feeds and pages do to the flow, and that it goes on.
class BadFeedsFlowTest {
  private static final ChatId CHAT = new ChatId(Platform.TELEGRAM, "", "12345", "");
  private static final Duration POLL = Duration.ofMinutes(16);
  private static final String XML = "application/rss+xml";
  private static final String HTML = "text/html; charset=utf-8";

  private final TestClock clock = new TestClock();
  private final FakeChat chat = new FakeChat(Platform.TELEGRAM);
  private TestDatabase database;
  private FeedServer server;
  private TestBot bot;

  /// The database of this run; another one in a subclass.
  TestDatabase open() {
    return TestDatabase.sqlite();
  }

  @BeforeEach
  void start() {
    database = open();
    server = FeedServer.start();
    bot = TestBot.start(database, clock, chat, server.allow());
    bot.say(CHAT, "/subscribe harbour");
    bot.runDueWork();
  }

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void aPageWithNulCharactersStillAlerts() {
    add(feed(item("old", "Old news")));
    String page =
        """
        <html><head><title>Harbour\0 reopens</title>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour\\u0000 reopens",
        "articleBody":"The harbour\\u0000 of the town reopened on Monday after repairs."}</script></head>
        <body><p>The harbour\0 of the town reopened on Monday.</p></body></html>
        """;
    server.serve("/new", page, HTML);

    publish(feed(item("new", "Harbour reopens"), item("old", "Old news")));

    assertThat(chat.alerts(CHAT)).hasSize(1);
  }

  @Test
  void r082APageThatWantsToBeLeftAloneIsAndItsHostToo() {
    add(feed(item("old", "Old news")));
    server.serveTooMany("/new", "7200");

    publish(feed(item("new", "Harbour reopens"), item("old", "Old news")));
    assertThat(chat.alerts(CHAT)).hasSize(1);

    int requests = server.requests().size();
    publish(feed(item("newer", "Harbour closes"), item("old", "Old news")));
    assertThat(server.requests()).hasSize(requests);
    clock.advance(Duration.ofHours(2));
    turn();
    assertThat(server.requests().size()).isGreaterThan(requests);
  }

  @Test
  void r062AFirstDocumentThatBrokeOffIsNoFirstPoll() {
    String whole = feed(item("one", "Harbour one"), item("two", "Harbour two"));
    add(whole.substring(0, whole.indexOf("Harbour two")));

    publish(whole);
    assertThat(chat.alerts(CHAT)).isEmpty();
    publish(feed(item("three", "Harbour three"), item("one", "Harbour one")));
    assertThat(chat.alerts(CHAT)).hasSize(1);
  }

  @Test
  void r062AFeedThatNeverEndsBringsItsNewsLikeOthers() {
    add(endless(item("one", "Harbour one")));
    publish(endless(item("two", "Harbour two"), item("one", "Harbour one")));
    assertThat(chat.alerts(CHAT)).isEmpty();

    publish(endless(item("three", "Harbour three"), item("two", "Harbour two")));

    assertThat(chat.alerts(CHAT)).extracting(Message.Alert::title).containsExactly("Harbour three");
  }

  private static String endless(String... items) {
    return feed(items).replace("</channel></rss>", "");
  }

  @Test
  void aFeedThatTurnsToNonsenseLeavesTheOthersAlone() {
    add(feed(item("old", "Old news")));
    server.serve("/other", feed(item("other", "Other news")), XML);
    bot.say(CHAT, "/addfeed " + server.address("/other"));
    bot.runDueWork();
    server.serve("/other", "<html>login</html>", HTML);

    publish(feed(item("new", "Harbour reopens"), item("old", "Old news")));

    assertThat(chat.alerts(CHAT)).hasSize(1);
    bot.say(CHAT, "/feeds");
    turn();
    assertThat(chat.replies(CHAT).getLast()).contains("what it sends is not a feed; next try");
  }

  private void add(String feed) {
    server.serve("/feed", feed, XML);
    bot.say(CHAT, "/addfeed " + server.address("/feed"));
    bot.runDueWork();
  }

  private void publish(String feed) {
    server.serve("/feed", feed, XML);
    clock.advance(POLL);
    turn();
  }

  /// Feeds and pages of one host take turns, a second apart.
  private void turn() {
    for (int seconds = 0; seconds < 4; seconds++) {
      bot.runDueWork();
      clock.advance(Duration.ofSeconds(1));
    }
  }

  private static String feed(String... items) {
    return "<rss version=\"2.0\"><channel><title>Coast Courier</title><language>en</language>"
        + String.join("\n", items)
        + "</channel></rss>";
  }

  private String item(String name, String title) {
    return "<item><title>%s</title><link>%s</link><guid>%s</guid><description>%s, says the mayor.</description></item>"
        .formatted(title, server.address("/" + name), name, title);
  }
}
