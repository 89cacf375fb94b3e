package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that are not what they should be.
class BrokenFeedTest {
  private static final URI BASE = URI.create("https://news.example/rss.xml");
  private static final FeedParser PARSER = new FeedParser();

  @Test
  void toleratesCommonFaults() {
    String faulty =
        "\u0008 \n"
            + "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//X\""
            + " \"http://x.example/rss.dtd\"><rss"
            + " version=\"2.0\"><channel><title>F</title><item><title>a &nbsp; b & c &#8; 1 <"
            + " 2</title><dc:date>2026-03-10</dc:date><media:thumbnail"
            + " url='x?a=1&b=2'/></item></channel></rss>\n"
            + "<!-- slow --> junk";

    Entry entry = parsed(faulty).entries().getFirst();

    assertThat(entry.title()).isEqualTo("a b & c 1 < 2");
    assertThat(entry.published()).isEqualTo("2026-03-10T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"http://127.0.0.1/\"> %x;]>",
        "<!DOCTYPE rss [<!ENTITY a \"1234567890\"><!ENTITY b \"&a;&a;\">]>",
        "<!DOCTYPE rss [<!ENTITY a \"<rss>\">"
      })
  void r059RefusesHostileDoctypes(String doctype) {
    assertThat(parse(doctype + rss(item("&x;")))).isInstanceOf(ParseOutcome.NotAFeed.class);
  }

  @Test
  void r060RefusesDeepAndWideDocuments() {
    String deep = "<div>".repeat(3_000) + "</div>".repeat(3_000);
    String wide = "<x/>".repeat(300_000);

    assertThat(parse(rss("<item><title>a</title><x>" + deep + "</x></item>")))
        .isEqualTo(new ParseOutcome.NotAFeed("nested more than 100 deep"));
    assertThat(parse(rss(wide))).isEqualTo(new ParseOutcome.NotAFeed("too many elements"));
    assertThat(parse("{\"a\":".repeat(100_000))).isInstanceOf(ParseOutcome.NotAFeed.class);
  }

  /// Each was a million characters of one thing; what takes time in proportion to their square
  /// would take hours.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<![CDATA[",
        "<!--",
        "<?x ",
        "<a b=\"",
        "<a b='\" ",
        "<a ",
        "<a b=''",
        "</a>",
        "<",
        "&",
        "&eacute;",
        "<!DOCTYPE x [",
        "<item>",
        "<title>",
        "<b>x",
        "]]>"
      })
  void r060EndsWithEveryRepetition(String part) {
    String many = part.repeat(1_000_000 / part.length());

    for (String document : new String[] {many, rss("<item>" + many), rss(item(many)), rss(many)}) {
      assertThat(parse(document)).isNotNull();
      assertThat(parse(rss(item("<![CDATA[" + many + "]]>")))).isNotNull();
    }
  }

  @Test
  void r060RefusesATagOfVeryManyAttributes() {
    String tag = "<x " + "a='' ".repeat(20_000) + "/>";

    assertThat(parse(rss("<item>" + tag + "</item>")))
        .isEqualTo(new ParseOutcome.NotAFeed("too many attributes"));
  }

  @Test
  void r055KeepsAThousandItemsOfAJsonFeedHoweverManyThereAre() {
    String items = "{\"id\":\"1\"},".repeat(200_000);

    ParsedFeed feed = parsed(parse("{\"version\":\"1\",\"items\":[" + items + "{}],\"x\":[1,2]}"));

    assertThat(feed.entries()).hasSize(1_000);
    assertThat(feed.warnings()).containsExactly("has 200001 entries: read the newest 1000");
  }

  @Test
  void r055ReadsTheNewestThousandOfAHugeFeed() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      String date = Instant.parse("2026-03-10T00:00:00Z").minus(Duration.ofMinutes(i)).toString();
      items.append("<item><title>t%d</title><pubDate>%s</pubDate></item>".formatted(i, date));
    }

    ParsedFeed feed = parsed(rss(items.toString()));

    assertThat(feed.entries()).hasSize(1_000);
    assertThat(feed.entries().getFirst().title()).isEqualTo("t0");
    assertThat(feed.warnings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "<html><body>Just a moment…</body></html>",
        "<!DOCTYPE html><html></html>",
        "{\"error\": 1}",
        "{",
        "<rss",
        "<rss version=\"2.0\"><channel><title>cut"
      })
  void r061r062SaysWhatIsNoFeed(String body) {
    assertThat(parse(body)).isInstanceOf(ParseOutcome.NotAFeed.class);
  }

  @Test
  void r062KeepsTheWholeItemsOfATruncatedFeed() {
    String whole = rss(item("a") + item("b") + item("c"));
    int cut = whole.indexOf("<title>c") + 5;

    ParsedFeed feed = parsed(whole.substring(0, cut));

    assertThat(feed.entries()).extracting(Entry::title).containsExactly("a", "b");
    assertThat(feed.complete()).isFalse();
    assertThat(feed.warnings()).containsExactly("breaks off after entry 2");
  }

  @Test
  void r062NeverThrowsWhereverAFeedIsCut() {
    byte[] whole = rss(item("가") + item("b")).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      ParseOutcome outcome = PARSER.parse(Arrays.copyOf(whole, length), null, BASE);
      if (outcome instanceof ParseOutcome.Parsed(ParsedFeed feed)) {
        assertThat(feed.entries()).as("cut at %d", length).isNotEmpty();
        assertThat(feed.complete()).as("cut at %d", length).isFalse();
      }
    }
  }

  private static String rss(String items) {
    return "<rss version=\"2.0\"><channel><title>T</title><link>https://news.example/</link>"
        + items
        + "</channel></rss>";
  }

  private static String item(String title) {
    return "<item><title>" + title + "</title></item>";
  }

  private static ParseOutcome parse(String document) {
    return PARSER.parse(document.getBytes(StandardCharsets.UTF_8), null, BASE);
  }

  private static ParsedFeed parsed(String document) {
    return parsed(parse(document));
  }

  private static ParsedFeed parsed(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) outcome).feed();
  }
}
