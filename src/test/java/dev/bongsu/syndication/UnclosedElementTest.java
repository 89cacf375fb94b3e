package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Elements of a feed's head that nothing closes, and attributes that are not there.
class UnclosedElementTest {
  private static final URI BASE = URI.create("https://news.example/feed");
  private static final String ITEMS =
      "<item><title>Dam</title><link>https://news.example/1</link></item>"
          + "<item><title>Port</title><link>https://news.example/2</link></item>";
  private static final String ENTRIES =
      "<entry><title>Dam</title><link href=\"https://news.example/1\"/></entry>"
          + "<entry><title>Port</title><link href=\"https://news.example/2\"/></entry>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<atom:link href=\"https://news.example/feed\" rel=\"self\">",
        "<atom:link rel=\"hub\" href=\"https://hub.example/\"><atom:link rel=\"self\" href=\"x\">",
        "<itunes:image href=\"https://news.example/i.png\">",
        "<cloud domain=\"rpc.example\" port=\"80\" path=\"/\">",
        "<image><url>https://news.example/i.png<title>T",
        "<generator>Press 1.0",
        "<language>en<docs>https://news.example/docs",
        "<ttl>60",
        "<textInput><title>Find</title>",
        "<sy:updatePeriod>hourly",
        "<description>What happens",
        "<media:thumbnail url=\"https://news.example/i.png\">"
      })
  void l6ReadsTheItemsBehindAnUnclosedElement(String head) {
    String rss = "<rss version=\"2.0\"><channel><title>C</title>" + head;
    String rdf =
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
            + " xmlns=\"http://purl.org/rss/1.0/\">";

    assertDamAndPort(rss + ITEMS + "</channel></rss>");
    assertDamAndPort(rdf + "<channel><title>C</title>" + head + ITEMS + "</channel></rdf:RDF>");
    assertDamAndPort(rdf + "<channel><title>C</title></channel>" + head + ITEMS + "</rdf:RDF>");
    assertDamAndPort(rss + ITEMS + "<item><title>cut");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link href=\"https://news.example/\">",
        "<link rel=\"self\" href=\"https://news.example/feed\"><link href=\"/\">",
        "<id>urn:x",
        "<updated>2026-03-10T00:00:00Z",
        "<author><name>A</name>",
        "<category term=\"news\">",
        "<logo>https://news.example/i.png"
      })
  void l6ReadsTheEntriesBehindAnUnclosedElement(String head) {
    String feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>C</title>" + head;

    assertDamAndPort(feed + ENTRIES + "</feed>");
    assertDamAndPort(feed + ENTRIES + "<entry><title>cut");
  }

  @Test
  void l6KeepsTheHeadBehindAnUnclosedLink() {
    ParsedFeed feed =
        parsed(
            "<rss><channel><atom:link href=\"x\"><title>Head</title><language>ko</language>"
                + ITEMS
                + "</channel></rss>");

    assertThat(feed.title()).isEqualTo("Head");
    assertThat(feed.language()).isEqualTo("ko");
  }

  @Test
  void l6KeepsTheLinkOfAnItemBehindAnUnclosedEnclosure() {
    ParsedFeed feed =
        parsed(
            "<rss><channel><item><title>Dam</title><enclosure url=\"a.mp3\">"
                + "<link>https://news.example/1</link></item></channel></rss>");

    assertThat(feed.entries())
        .extracting(Entry::link)
        .containsExactly(URI.create("https://news.example/1"));
  }

  @Test
  void l6ReadsTheNewestOfAHugeFeedBehindAnUnclosedElement() {
    String many = ITEMS.repeat(600);

    ParsedFeed feed =
        parsed("<rss><channel><atom:link href=\"x\" rel=\"self\">" + many + "</channel></rss>");

    assertThat(feed.entries()).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<atom:link href=\"x rel=self><item><title>A</title><enclosure url=\"y\"/></item>",
        "<x a=\"<item><title>A</title></item>\"/>"
      })
  void l6NeverTakesAFeedWithUnreadableItemsForAnEmptyOne(String items) {
    assertThat(parse("<rss><channel><title>C</title>" + items + "</channel></rss>"))
        .isInstanceOf(ParseOutcome.NotAFeed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<!-- <item></item> -->",
        "<description><![CDATA[no <item> today]]></description>",
        "<description>no &lt;item&gt; today</description>"
      })
  void l6ReadsAnEmptyFeed(String head) {
    assertThat(parsed("<rss><channel><title>C</title>" + head + "</channel></rss>").entries())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=\"self\"/>",
        "<link/>",
        "<link rel=\"alternate\" type=\"text/html\"/>",
        "<link rel=\"self\">https://news.example/feed</link>",
        "<link rel=\"next\" href=\"\"/>",
        "<link rel=\"self\" href=\" \"/>",
        "<category/>",
        "<author/>",
        "<generator/>"
      })
  void l7ReadsAtomWithoutARequiredAttribute(String element) {
    String feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>C</title>";

    assertDamAndPort(feed + element + ENTRIES + "</feed>");
    assertDamAndPort(feed + ENTRIES.replace("</entry>", element + "</entry>") + "</feed>");
  }

  @ParameterizedTest
  @MethodSource("documentsWithoutOneAttribute")
  void l7ReadsADocumentWhicheverAttributeIsMissing(String document) {
    assertThat(parsed(document).entries()).extracting(Entry::title).containsExactly("Dam");
  }

  static List<String> documentsWithoutOneAttribute() {
    List<String> all = new ArrayList<>();
    for (String whole : List.of(richRss(), richRdf(), richAtom())) {
      List<MatchResult> attributes =
          Pattern.compile(" [\\w:]+=\"[^\"]*\"").matcher(whole).results().toList();
      attributes.forEach(
          one -> all.add(whole.substring(0, one.start()) + whole.substring(one.end())));
    }
    return all;
  }

  private static String richRss() {
    return """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
     xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>C</title>
    <atom:link href="https://news.example/feed" rel="self" type="application/rss+xml"/>
    <cloud domain="rpc.example" port="80" path="/" registerProcedure="x" protocol="xml-rpc"/>
    <itunes:image href="https://news.example/i.png"/><itunes:category text="News"/>
    <category domain="https://news.example/tags">news</category>
    <item><title>Dam</title><guid isPermaLink="true">https://news.example/1</guid>
    <enclosure url="https://news.example/a.mp3" length="1" type="audio/mpeg"/>
    <source url="https://other.example/feed">Other</source><category domain="x">Water</category>
    <media:content url="https://news.example/i.png" type="image/png" width="1" height="1" fileSize="1"/>
    <media:thumbnail url="https://news.example/i.png" width="1" height="1"/></item></channel></rss>
    """;
  }

  private static String richRdf() {
    return """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="https://news.example/"><title>C</title>
    <image rdf:resource="https://news.example/i.png"/><items><rdf:Seq>
    <rdf:li rdf:resource="https://news.example/1"/></rdf:Seq></items></channel>
    <item rdf:about="https://news.example/1"><title>Dam</title></item></rdf:RDF>
    """;
  }

  private static String richAtom() {
    return """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://news.example/">
    <title type="text">C</title><link rel="self" href="feed" type="application/atom+xml" hreflang="en"/>
    <link rel="alternate" href="/" title="Home"/><generator uri="https://press.example/" version="1">P</generator>
    <category term="news" scheme="https://news.example/tags" label="News"/>
    <entry xml:lang="en"><title type="html">Dam</title><link rel="alternate" href="/1" type="text/html"/>
    <link rel="enclosure" href="/a.mp3" length="1" type="audio/mpeg"/><category term="water" label="Water"/>
    <content type="html" src="https://news.example/1">text</content>
    <source><link rel="self" href="https://other.example/feed"/></source></entry></feed>
    """;
  }

  private static void assertDamAndPort(String document) {
    assertThat(parsed(document).entries())
        .as(document)
        .extracting(Entry::title, Entry::link)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Dam", URI.create("https://news.example/1")),
            org.assertj.core.groups.Tuple.tuple("Port", URI.create("https://news.example/2")));
  }

  private static ParseOutcome parse(String document) {
    return new FeedParser().parse(document.getBytes(StandardCharsets.UTF_8), null, BASE);
  }

  private static ParsedFeed parsed(String document) {
    ParseOutcome outcome = parse(document);
    assertThat(outcome).as(document).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) outcome).feed();
  }
}
