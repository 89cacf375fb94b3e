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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An owner says which headers a feed's server is sent.
class FeedHeadersTest {
  private static final ChatId OWNER = new ChatId(Platform.TELEGRAM, "", "1", "");
  private static final ChatId OTHER = new ChatId(Platform.TELEGRAM, "", "2", "");

  private final TestClock clock = new TestClock();
  private final FakeChat platform = new FakeChat(Platform.TELEGRAM);
  private final TestDatabase database = TestDatabase.sqlite();
  private final FeedServer server = FeedServer.start();
  private final NewsFixture news = new NewsFixture(server);
  private TestBot bot;

  @BeforeEach
  void start() {
    news.publish("spring-festival");
    bot = TestBot.start(database, clock, platform, server.allow()).withOwner(OWNER, "owner-person");
  }

  @AfterEach
  void stop() {
    bot.close();
    server.close();
    database.close();
  }

  @Test
  void f2AnOwnersHeadersAreSentAtOnceAndWithEachPoll() {
    String reply =
        ask(OWNER, "/addfeed " + news.feed() + "\nX-Token: s3cret\n\n user-agent :  Mozilla/5.0 ");
    assertThat(reply).startsWith("Now I watch this feed").doesNotContain("s3cret");
    clock.advance(Duration.ofMinutes(31));
    bot.runDueWork();

    assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(server.requests())
        .filteredOn(request -> request.path().equals("/rss"))
        .allMatch(request -> request.header("x-token").equals("s3cret"))
        .allMatch(request -> request.header("user-agent").equals("Mozilla/5.0"));
    assertThat(ask(OWNER, "/feeds")).doesNotContain("s3cret");
  }

  @Test
  void f2HeadersOfAFeedThatIsWatchedAlreadyAreReplaced() {
    ask(OWNER, "/addfeed " + news.feed());
    ask(OWNER, "/addfeed " + news.feed() + "\nCookie: a=b");
    clock.advance(Duration.ofMinutes(31));
    bot.runDueWork();
    assertThat(server.requests().getLast().header("cookie")).isEqualTo("a=b");
  }

  @Test
  void f2OthersMaySetNone() {
    assertThat(ask(OTHER, "/addfeed " + news.feed() + "\nX-Token: s3cret"))
        .startsWith("Only the owners");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no header at all s3cret",
        ": s3cret",
        "Host: s3cret",
        "two words: s3cret",
        "X-Token:",
        "X-Token: s3cret\nTransfer-Encoding: chunked",
        "X-Token: s3cret\u0001"
      })
  void f2WhatIsNoHeaderIsSaidWithoutItsValue(String lines) {
    assertThat(ask(OWNER, "/addfeed " + news.feed() + "\n" + lines))
        .startsWith("That is not a header")
        .doesNotContain("s3cret");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void f2HeadersAreForTheAddressAloneAndNoOtherIsSearched() {
    server.serve("/", "<link rel=alternate type='application/rss+xml' href='/rss'>", "text/html");
    assertThat(ask(OWNER, "/addfeed " + server.address("/") + "\nX-Token: s3cret"))
        .contains("no feed there");
    assertThat(server.requests()).hasSize(1);
  }

  private String ask(ChatId chat, String text) {
    bot.say(chat, text, chat.equals(OWNER) ? "owner-person" : "other", Locale.ENGLISH);
    bot.runDueWork();
    return platform.replies(chat).getLast();
  }
}
