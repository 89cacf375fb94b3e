package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
  private static final URI BASE = URI.create("https://news.example/rss.xml");
  private static final FeedParser PARSER = new FeedParser();

  @Test
  void readsRss() {
    ParsedFeed feed =
        parsed(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Harbour News</title><link>https://news.example/</link><language>en-gb</language>
            <item><title>Ferry &amp; tide</title><link>/a/1</link><guid isPermaLink="false">n-1</guid>
              <pubDate>Tue, 10 Mar 2026 09:00:00 +0900</pubDate><dc:creator>Ada Quay</dc:creator>
              <category>Sea</category><category>Sea</category>
              <description>&lt;p&gt;Short.&lt;/p&gt;</description>
              <content:encoded><![CDATA[<p>Long one.</p><p>And more.</p>]]></content:encoded></item>
            <item><title>No id</title><link>https://news.example/a/2</link></item>
            </channel></rss>
            """);

    assertThat(feed.title()).isEqualTo("Harbour News");
    assertThat(feed.link()).isEqualTo(URI.create("https://news.example/"));
    assertThat(feed.language()).isEqualTo("en-GB");
    assertThat(feed.format()).hasToString("rss_2.0");
    assertThat(feed.warnings()).isEmpty();
    assertThat(feed.entries().getFirst())
        .isEqualTo(
            new Entry(
                "n-1",
                "Ferry & tide",
                URI.create("https://news.example/a/1"),
                Instant.parse("2026-03-10T00:00:00Z"),
                "Short.",
                "Long one.\nAnd more.",
                "Ada Quay",
                List.of("Sea")));
    assertThat(feed.entries().getLast().id()).isNull();
    assertThat(feed.entries().getLast().published()).isNull();
  }

  @Test
  void readsAtom() {
    ParsedFeed feed =
        parsed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://blog.example/x/">
            <title type="html">&lt;b&gt;Werft&lt;/b&gt;</title>
            <link rel="self" href="https://blog.example/feed"/><link href="https://blog.example/"/>
            <entry><id>tag:1</id><title>Das &lt;b&gt;-Element</title><link rel="edit" href="e"/>
              <link href="eins"/><updated>2026-03-10T09:00:00Z</updated>
              <author><name>Jo</name></author><category term="IT"/><summary>Kurz</summary></entry>
            <entry><id>tag:2</id><title type="html">A &lt;i&gt;b&lt;/i&gt; &amp;amp; c</title>
              <updated>2026-03-11T09:00:00Z</updated><published>2026-03-10T10:00:00Z</published>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ja.</p></div></content></entry>
            </feed>
            """);

    assertThat(feed.format()).hasToString("atom_1.0");
    assertThat(feed.language()).isEqualTo("de");
    Entry first = feed.entries().getFirst();
    assertThat(first.title()).isEqualTo("Das <b>-Element");
    assertThat(first.link()).isEqualTo(URI.create("https://blog.example/x/eins"));
    assertThat(first.published()).isEqualTo("2026-03-10T09:00:00Z");
    assertThat(first.author()).isEqualTo("Jo");
    assertThat(first.categories()).containsExactly("IT");
    Entry second = feed.entries().getLast();
    assertThat(second.title()).isEqualTo("A b & c");
    assertThat(second.published()).isEqualTo("2026-03-10T10:00:00Z");
    assertThat(second.content()).isEqualTo("Ja.");
    assertThat(second.link()).isNull();
  }

  @Test
  void readsRdf() {
    ParsedFeed feed =
        parsed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://news.example/"><title>R</title><link>https://news.example/</link>
              <description>d</description></channel>
            <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link>
              <dc:date>Tue, 10 Mar 2026 09:00:00 +0900</dc:date></item>
            </rdf:RDF>
            """);

    assertThat(feed.format()).hasToString("rss_1.0");
    Entry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("https://news.example/1");
    assertThat(entry.published()).isEqualTo("2026-03-10T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " version=\"1.0\"", " version=\"2.1\"", " version='0.91'"})
  void readsRssOfAnyVersion(String version) {
    assertThat(parsed("<rss%s><channel>%s</channel></rss>".formatted(version, item("x"))).entries())
        .extracting(Entry::title)
        .containsExactly("x");
  }

  @Test
  void readsJson() {
    ParsedFeed feed =
        parsed(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "en",
             "home_page_url": "https://j.example/",
             "items": [{"id": 7, "url": "a", "title": "One", "content_html": "<p>Hi</p>",
               "date_published": "2026-03-10T09:00:00+09:00", "authors": [{"name": "Z"}],
               "tags": ["t"]}]}
            """);

    assertThat(feed.format()).hasToString("json_1.1");
    assertThat(feed.entries())
        .containsExactly(
            new Entry(
                "7",
                "One",
                URI.create("https://j.example/a"),
                Instant.parse("2026-03-10T00:00:00Z"),
                "Hi",
                "Hi",
                "Z",
                List.of("t")));
  }

  @Nested
  class KoreanFeeds {
    private static final String DOCUMENT =
        """
        <?xml version='1.0' encoding='EUC-KR'?>
        <rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>항구 소식</title>
        <item><title>똠방각하 항만 보안 회의</title><link>http://news.example/1</link>
        <dc:date>DATE</dc:date></item></channel></rss>
        """;

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Tue, 10 Mar 2026 09:00:00 +0900|2026-03-10T00:00:00Z",
          "2026-03-10 09:00:00|2026-03-10T00:00:00Z",
          "2026.03.10 09:00|2026-03-10T00:00:00Z",
          "2026년 3월 10일 오후 3시 5분|2026-03-10T06:05:00Z",
          "2026-03-10T09:00:00|2026-03-10T00:00:00Z",
          "20260310090000|2026-03-10T00:00:00Z"
        })
    void r052r058AreReadInTheirCharsetAndZone(String date, Instant expected) {
      byte[] bytes = DOCUMENT.replace("DATE", date).getBytes(Charset.forName("MS949"));

      ParsedFeed feed = parsed(PARSER.parse(bytes, "text/xml", BASE));

      assertThat(feed.language()).isEqualTo("ko");
      assertThat(feed.entries().getFirst().title()).isEqualTo("똠방각하 항만 보안 회의");
      assertThat(feed.entries().getFirst().published()).isEqualTo(expected);
    }
  }

  @Test
  void r052TheZoneOfOtherDatesHelps() {
    ParsedFeed feed =
        parsed(
            rss(
                """
                <item><title>a</title><pubDate>2026-03-10T09:00:00+02:00</pubDate></item>
                <item><title>b</title><pubDate>2026-03-10 09:00:00</pubDate></item>
                <item><title>c</title><pubDate>yesterday</pubDate></item>
                """));

    assertThat(feed.entries())
        .extracting(Entry::published)
        .containsExactly(
            Instant.parse("2026-03-10T07:00:00Z"), Instant.parse("2026-03-10T07:00:00Z"), null);
    assertThat(feed.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<![CDATA[<b>Bold</b> claim]]>|Bold claim",
        "&lt;i&gt;Set&lt;/i&gt; sail|Set sail",
        "The &lt;b&gt; element|The <b> element",
        "&amp;lt;b&amp;gt;|<b>",
        "&lt;!channel&gt; hello|<!channel> hello",
        "AT&amp;T &amp;amp; co|AT&T & co",
        "AT&T & co|AT&T & co",
        "Caf&eacute;&nbsp;au&hellip;|Café au…",
        "List&lt;String&gt;|List<String>",
        "a\u202Eb\u200Bc\u0007d|abcd",
        "<![CDATA[two<br/>lines]]>|two lines"
      })
  void r057TitlesAreOnePlainLine(String title, String expected) {
    assertThat(parsed(rss(item(title))).entries().getFirst().title()).isEqualTo(expected);
  }

  @Test
  void r057TitlesAreShort() {
    assertThat(parsed(rss(item("가나 ".repeat(500)))).entries().getFirst().title()).hasSize(300);
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
