package dev.bongsu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.testkit.FeedServer;
import dev.bongsu.testkit.TestClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FeedFetcherTest {
  private static final String RSS =
      "<rss version='2.0'><channel><title>T</title><item><title>a</title></item></channel></rss>";

  private final FeedServer server = FeedServer.start();
  private final TestClock clock = new TestClock();
  private final GuardedHttp http =
      new GuardedHttp(
          new HttpSettings(
              List.of(server.allow()),
              Duration.ofSeconds(1),
              DataSize.ofMegabytes(1),
              Duration.ofSeconds(5)),
          clock,
          () -> 1);
  private final FeedFetcher fetcher = new FeedFetcher(http, new FeedParser());

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void r080SendsTheServersValidators() {
    server.serveWithEtag("/rss", RSS, "text/xml", "W/\"x\"");
    FetchOutcome.Fetched first = fetched("/rss");

    FetchOutcome second = fetcher.fetch(feed(first.validators()), FeedHeaders.NONE);

    assertThat(first.feed().entries()).hasSize(1);
    assertThat(second)
        .isEqualTo(
            new FetchOutcome.NotModified(first.validators(), FetchOutcome.PublisherHints.NONE));
  }

  @Test
  void r080A304RenewsOnlyTheValidatorsItBrings() {
    Validators known = new Validators("\"1\"", "then", "hash");
    server.answer("/rss", 304, new byte[0], "ETag: \"2\"");

    assertThat(fetcher.fetch(feed(known), FeedHeaders.NONE))
        .isEqualTo(
            new FetchOutcome.NotModified(
                new Validators("\"2\"", "then", "hash"), FetchOutcome.PublisherHints.NONE));
  }

  @Test
  void r080TheSameBytesAreNotReadAgain() {
    server.answer("/rss", 200, RSS.getBytes(StandardCharsets.UTF_8), "ETag: \"1\"");
    FetchOutcome.Fetched first = fetched("/rss");
    server.answer("/rss", 200, RSS.getBytes(StandardCharsets.UTF_8), "ETag: \"2\"");

    assertThat(fetcher.fetch(feed(first.validators()), FeedHeaders.NONE))
        .isEqualTo(
            new FetchOutcome.NotModified(
                new Validators("\"2\"", null, first.validators().bodyHash()),
                FetchOutcome.PublisherHints.NONE));
  }

  @Test
  void r062FetchesATruncatedDocumentAgain() {
    String broken = RSS.substring(0, RSS.indexOf("</channel>"));
    server.answer("/rss", 200, broken.getBytes(StandardCharsets.UTF_8), "ETag: \"1\"");

    Validators first = fetched("/rss").validators();
    assertThat(first.etag()).isNull();
    assertThat(first.bodyHash()).isNotEmpty();

    server.answer("/rss", 200, RSS.getBytes(StandardCharsets.UTF_8), "ETag: \"1\"");
    assertThat(fetcher.fetch(feed(first), FeedHeaders.NONE))
        .isInstanceOf(FetchOutcome.Fetched.class);
  }

  @Test
  void r062RequestsConditionallyOnceTheSameTruncatedDocumentCameTwice() {
    String broken = RSS.substring(0, RSS.indexOf("</channel>"));
    server.answer("/rss", 200, broken.getBytes(StandardCharsets.UTF_8), "ETag: \"1\"");

    Validators first = fetched("/rss").validators();

    assertThat(fetcher.fetch(feed(first), FeedHeaders.NONE))
        .isEqualTo(
            new FetchOutcome.NotModified(
                new Validators("\"1\"", null, first.bodyHash()), FetchOutcome.PublisherHints.NONE));
  }

  @Test
  void saysWhatWentWrong() {
    server.serveTooMany("/429", "60");
    server.answer("/410", 410, new byte[0]);
    server.serve("/html", "<html>hello</html>", "text/html");
    server.answer("/304", 304, new byte[0]);

    assertThat(fetch("/429"))
        .isEqualTo(
            new FetchOutcome.RateLimited(
                "answered 429: the site wants fewer requests",
                clock.instant().plusSeconds(60),
                server.address("/429")));
    assertThat(fetch("/404")).isEqualTo(new FetchOutcome.Missing());
    assertThat(fetch("/304"))
        .isEqualTo(new FetchOutcome.Failed("answered 304", null, server.address("/304")));
    assertThat(fetch("/410")).isEqualTo(new FetchOutcome.Gone());
    assertThat(fetch("/html")).isInstanceOf(FetchOutcome.NotAFeed.class);
    assertThat(fetcher.fetch(URI.create("http://10.0.0.1/")))
        .isInstanceOf(FetchOutcome.Failed.class);
  }

  private FetchOutcome fetch(String path) {
    return fetcher.fetch(server.address(path));
  }

  private FetchOutcome.Fetched fetched(String path) {
    FetchOutcome outcome = fetch(path);
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return (FetchOutcome.Fetched) outcome;
  }

  private Feed feed(Validators validators) {
    return new Feed(
        new FeedId(1),
        server.address("/rss"),
        "",
        null,
        "",
        "",
        "",
        validators,
        null,
        false,
        true,
        null);
  }
}
