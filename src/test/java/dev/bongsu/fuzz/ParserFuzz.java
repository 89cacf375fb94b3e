package dev.bongsu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.Opml;
import dev.bongsu.http.Body;
import dev.bongsu.http.Headers;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.SiteRefusal;
import dev.bongsu.http.WebAddress;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.page.EntryMetadata;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.Topics;
import dev.bongsu.syndication.FeedLink;
import dev.bongsu.syndication.FeedLinks;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.syndication.ParseOutcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Gives each parser a number of broken inputs.
final class ParserFuzz {
  private static final URI BASE = URI.create("https://a.example/b/c?d");

  /// Of the processor, so that a busy machine is no failure.
  private static final Duration MAX_TIME = Duration.ofSeconds(5);

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /// What the parser of feeds says of an exception that it did not expect.
  private static final List<String> UNEXPECTED =
      List.of("cannot be read", "elements nested too deeply");

  private final Mutations mutations;
  private final FeedParser feeds = new FeedParser();
  private final ArticleReader articles = new ArticleReader();
  private final QueryParser queries = new QueryParser(Topics.none());

  ParserFuzz(long seed) {
    this.mutations = new Mutations(seed);
  }

  /// Each parser with so many inputs.
  void run(int cases) {
    for (int i = 0; i < cases; i++) {
      feed(mutations.bytes(mutations.of(Samples.FEEDS)));
      page(mutations.bytes(mutations.of(Samples.PAGES)));
      check("opml", mutations.of(Samples.OPML), this::opml);
      check("catalogue", mutations.of(Samples.YAML), ParserFuzz::catalogue);
      check("query", mutations.of(Samples.QUERIES), queries::parse);
      check("address", mutations.of(Samples.ADDRESSES), ParserFuzz::address);
    }
  }

  private void feed(byte[] bytes) {
    check(
        "feed",
        HexFormat.of().formatHex(bytes),
        _ -> {
          ParseOutcome outcome = feeds.parse(bytes, null, BASE);
          if (outcome instanceof ParseOutcome.NotAFeed(String reason)) {
            assertThat(UNEXPECTED).doesNotContain(reason);
          }
        });
  }

  private void page(byte[] bytes) {
    check(
        "page",
        HexFormat.of().formatHex(bytes),
        _ -> {
          articles.read(bytes, "text/html", BASE, new EntryMetadata(null, null, null));
          articles.readPlain(TextDecoder.decode(bytes, null), new EntryMetadata("t", null, null));
          HttpOutcome.Response response =
              new HttpOutcome.Response(
                  403, BASE, null, new Headers(Map.of()), new Body(bytes), null, null);
          assertThat(FeedLinks.in(response, 9)).extracting(FeedLink::subject).doesNotContainNull();
          SiteRefusal.of(response);
        });
  }

  private void opml(String text) {
    Opml.read(mutations.bytes(text));
  }

  /// Each line says what is wrong.
  private static void catalogue(String text) {
    assertThat(FeedCatalogue.read(Map.of("f", text), List.of("default")).problems())
        .allSatisfy(problem -> assertThat(problem).hasLineCount(1).isNotBlank());
  }

  private static void address(String text) {
    WebAddress.of(text);
    WebAddress.resolve(BASE, text);
    FeedAddress.parse(text);
    FeedAddress.mask(text);
  }

  private static void check(String parser, String input, Action action) {
    long start = CPU.getCurrentThreadCpuTime();
    try {
      action.take(input);
      assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start)).isLessThan(MAX_TIME);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      fail("%s: %s%nThe input is in %s".formatted(parser, e, saved(parser, input)), e);
    }
  }

  private static Path saved(String parser, String input) {
    try {
      return Files.writeString(Files.createTempFile("bongsu-fuzz-" + parser, ".txt"), input);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private interface Action {
    void take(String input);
  }
}
