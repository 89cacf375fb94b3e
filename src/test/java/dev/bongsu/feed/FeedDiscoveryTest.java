package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.syndication.FeedLink;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/// The feed behind an address that a person writes.
class FeedDiscoveryTest {
  private static final String RSS =
      "<rss version='2.0'><channel><title>T</title><item><title>a</title></item></channel></rss>";

  private final FeedServer server = FeedServer.start();
  private final GuardedHttp http =
      new GuardedHttp(
          new HttpSettings(
              List.of(server.allow()),
              Duration.ofSeconds(1),
              DataSize.ofMegabytes(1),
              Duration.ofSeconds(5)),
          new TestClock(),
          () -> 1);
  private final FeedDiscovery discovery = new FeedDiscovery(http, new FeedParser());

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void takesTheAddressItself() {
    server.serve("/rss", RSS, "text/plain");

    assertThat(found("/rss")).isEqualTo(server.address("/rss"));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel='alternate' type='application/rss+xml' href='news.xml'>",
        "<LINK REL='home ALTERNATE' TYPE='application/atom+xml; charset=utf-8'"
            + " HREF='/x/news.xml'>"
      })
  void takesWhatThePageNames(String link) {
    server.serve("/x/page", "<html><head>" + link + "</head></html>", "text/html");
    server.serve("/x/news.xml", RSS, "text/xml");

    assertThat(found("/x/page")).isEqualTo(server.address("/x/news.xml"));
  }

  @Test
  void looksInTheUsualPlaces() {
    server.serve("/", "<html></html>", "text/html");
    server.serve("/feed", RSS, "text/xml");

    assertThat(found("/")).isEqualTo(server.address("/feed"));
  }

  @Test
  void followsAMoveButNotADetour() {
    server.redirect("/moved", 301, "/rss");
    server.redirect("/detour", 302, "/rss");
    server.serve("/rss", RSS, "text/xml");

    assertThat(found("/moved")).isEqualTo(server.address("/rss"));
    assertThat(found("/detour")).isEqualTo(server.address("/detour"));
  }

  @Test
  void theArticlesFeedGoesBeforeThatOfComments() {
    page(
        "<link rel=alternate type=application/rss+xml title='T » 댓글 피드' href=/comments/feed/>"
            + "<link rel=alternate type=application/rss+xml title='T » Feed' href=/feed/>");
    server.serve("/feed/", RSS, "text/xml");
    server.serve("/comments/feed/", RSS, "text/xml");

    assertThat(found("/")).isEqualTo(server.address("/feed/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title='Site: Kommentare' href=/k",
        "title='コメントフィード' href=/k",
        "title='' href=/?feed=comments-rss2",
        "title='Answers' href=/a/comments.atom",
        "title='Post a Comment' href=/k"
      })
  void commentsAreKnownByTitleOrAddress(String link) {
    String type = "<link rel=alternate type=application/rss+xml ";
    page(type + link + ">" + type + "title=News href=/recommendations/feed>");
    server.serve("/recommendations/feed", RSS, "text/xml");

    assertThat(found("/")).isEqualTo(server.address("/recommendations/feed"));
  }

  @Test
  void onePageWithSeveralFeedsIsAChoiceAndSeveralFormatsAreNot() {
    String type = "<link rel=alternate type=application/rss+xml ";
    page(type + "title='Politics (RSS)' href=/p>" + type + "title='Sports' href=/s>");
    assertThat(discovery.discover(server.address("/")))
        .isInstanceOfSatisfying(
            DiscoveryOutcome.Choice.class,
            choice -> {
              assertThat(choice.named()).isTrue();
              assertThat(choice.feeds())
                  .extracting(FeedLink::title)
                  .containsExactly("Politics (RSS)", "Sports");
            });
    assertThat(server.requests()).hasSize(1);

    page(type + "title='News - RSS 2.0' href=/rss>" + type + "title='News Atom' href=/atom>");
    server.serve("/rss", RSS, "text/xml");
    assertThat(found("/")).isEqualTo(server.address("/rss"));
  }

  @Test
  void aPageDeepInASiteWithoutFeedOffersTheSites() {
    server.serve("/a/b.html", "<html></html>", "text/html");
    server.serve("/feed", RSS, "text/xml");

    assertThat(discovery.discover(server.address("/a/b.html")))
        .isInstanceOfSatisfying(
            DiscoveryOutcome.Choice.class,
            choice -> {
              assertThat(choice.named()).isFalse();
              assertThat(choice.feeds().getFirst().address()).isEqualTo(server.address("/feed"));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "401,FORBIDDEN",
    "403,FORBIDDEN",
    "404,MISSING",
    "410,MISSING",
    "429,UNREACHABLE",
    "451,FORBIDDEN",
    "500,UNREACHABLE"
  })
  void aSiteThatRefusesIsNotSearched(int status, DiscoveryOutcome.Kind kind) {
    server.answer("/", status, new byte[0], "Content-Type: text/html");
    server.serve("/feed", RSS, "text/xml");

    assertThat(discovery.discover(server.address("/")))
        .isInstanceOfSatisfying(
            DiscoveryOutcome.NotFound.class, none -> assertThat(none.kind()).isEqualTo(kind));
    assertThat(server.requests()).hasSize(1);
  }

  private void page(String head) {
    server.serve("/", "<html><head>" + head + "</head></html>", "text/html");
  }

  @Test
  void r098GivesUpAfterAFewRequests() {
    server.serve("/", "<html></html>", "text/html");

    assertThat(discovery.discover(server.address("/")))
        .isInstanceOfSatisfying(
            DiscoveryOutcome.NotFound.class,
            none -> assertThat(none.kind()).isEqualTo(DiscoveryOutcome.Kind.NO_FEED));
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(8);
    assertThat(discovery.discover(URI.create("http://10.0.0.1/")))
        .isInstanceOfSatisfying(
            DiscoveryOutcome.NotFound.class,
            none -> assertThat(none.kind()).isEqualTo(DiscoveryOutcome.Kind.REFUSED));
  }

  private URI found(String path) {
    DiscoveryOutcome outcome = discovery.discover(server.address(path));
    assertThat(outcome).isInstanceOf(DiscoveryOutcome.Found.class);
    return ((DiscoveryOutcome.Found) outcome).address();
  }
}
