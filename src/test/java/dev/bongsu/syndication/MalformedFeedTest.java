package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Two entries, "One" and "Two", in documents that no strict parser accepts.
class MalformedFeedTest {
  private static final URI BASE = URI.create("https://news.example/rss.xml");
  private static final String ONE =
      "<item><title>One</title><link>https://news.example/1</link>@</item>";
  private static final String TWO =
      "<item><title>Two</title><link>https://news.example/2</link></item>";
  private static final String START =
      "<rss version=\"2.0\"><channel><title>T</title><link>https://news.example/</link>";
  private static final String END = "</channel></rss>";
  private static final String RSS = START + ONE + TWO + END;

  static Stream<Arguments> documents() {
    return Stream.of(
            inside("open tags of HTML", "<description>a<br>b<p>c<hr></description>"),
            inside("many lines", "<description>" + "a<br>b<hr >".repeat(300) + "</description>"),
            inside("tags that cross", "<description><b><i>x</b></i></description>"),
            inside("an end without a beginning", "</b></image>"),
            inside("attributes without quotes", "<enclosure url=http://x.example/a length=1>"),
            inside("an apostrophe in a tag", "<description><a title=it's>x</a></description>"),
            inside("an attribute twice", "<enclosure url='a' url='b'/>"),
            inside("an attribute without value", "<description><input checked></description>"),
            inside("a bracket in an attribute", "<enclosure url='a<b'/>"),
            inside("an unknown prefix", "<foo:bar>x</foo:bar>"),
            inside("an unknown prefix of an attribute", "<x foo:bar='1'/>"),
            inside("two colons", "<a:b:c>x</a:b:c>"),
            inside("dashes in a comment", "<!-- a -- b --->"),
            inside("the end of a CDATA section", "<description>a ]]> b</description>"),
            inside("CDATA in CDATA", "<description><![CDATA[a <![CDATA[b]]> c]]></description>"),
            inside("forbidden characters", "<description>\0\b\u001B\uFFFE\uDC00</description>"),
            inside(
                "references to nothing",
                "<author>&#0;&#x1F;&#xD800;&#xFFFFFFF;&#9999999;</author>"),
            inside("ampersands", "<description>a & b &c; &nbsp; &nbsp &eacute &</description>"),
            inside("an instruction", "<?php echo 1; ?>"),
            inside("a name that is none", "<-x/><1/><a\u0301=/>"),
            whole("nothing at the end", START + ONE + TWO),
            whole("half an end", START + ONE + TWO + "</channel></rss\n"),
            whole("items that nothing closes", START + ONE.replace("</item>", "") + TWO + END),
            whole("blanks first", "\n \t" + RSS),
            whole("two marks", "\uFEFF\uFEFF" + RSS),
            whole("two declarations", "<?xml version='1.0'?>\n<?xml version='1.0'?>" + RSS),
            whole("a declaration too late", "\n<?xml version='1.0'?>" + RSS),
            whole("a declaration without end", "<?xml version=\"1.0\">" + RSS),
            whole("XML 1.1", "<?xml version=\"1.1\" encoding=\"utf8\"?>" + RSS),
            whole("a style sheet", "<?xml-stylesheet href='a.xsl' type='text/xsl'?>" + RSS),
            whole("a root in a comment", "<!-- not <rss> but <feed> --><!---->" + RSS),
            whole("a warning of PHP", "<br />\n<b>Warning</b>: on line <b>4</b><br />\n" + RSS),
            whole("a DOCTYPE of HTML", "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML\" \"x\">" + RSS),
            whole("HTML behind", RSS + "<script>x()</script></body></html>"),
            whole("a second feed behind", RSS + RSS),
            whole("no root", RSS.replaceAll("</?rss[^>]*>", "")),
            whole("no channel", "<rss version='2.0'>" + ONE + TWO + "</rss>"),
            whole("items behind the channel", START + "</channel>" + ONE + TWO + "</rss>"),
            whole("a prefix for everything", prefixed()),
            whole(
                "HTML's entities by their DTD",
                "<!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC \"-//W3C//ENTITIES Latin 1 for"
                    + " XHTML//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent\">"
                    + " %HTMLlat1;\n"
                    + "<!ELEMENT rss (channel)><!ATTLIST rss version CDATA #IMPLIED>]>"
                    + RSS))
        .flatMap(List::stream);
  }

  private static List<Arguments> inside(String name, String what) {
    return whole(name, RSS.replace("@", what));
  }

  private static List<Arguments> whole(String name, String document) {
    return List.of(Arguments.of(Named.of(name, document.replace("@", ""))));
  }

  private static String prefixed() {
    return RSS.replaceAll("(</?)(?=\\w)", "$1r:").replace("<r:rss", "<r:rss xmlns:r='urn:x'");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void r057r058r062ReadsBothEntries(String document) {
    ParsedFeed feed = parsed(document);

    assertThat(feed.title()).isIn("T", "");
    assertThat(feed.entries()).extracting(Entry::title).containsExactly("One", "Two");
    assertThat(feed.entries())
        .extracting(Entry::link)
        .containsExactly(
            URI.create("https://news.example/1"), URI.create("https://news.example/2"));
  }

  @Test
  void r059ResolvesTheEntitiesOfADoctype() {
    String doctype =
        "<!DOCTYPE rss [<!-- ours --><!ENTITY port 'Hafen'><!ENTITY nbsp \"&#160;\">"
            + "<!ENTITY lt2 \"<\">]>";

    Entry entry =
        parsed(doctype + RSS.replace("One", "&port;&nbsp;&lt2; &other;")).entries().get(0);

    assertThat(entry.title()).isEqualTo("Hafen < &other;");
  }

  @Test
  void r059RefusesEntitiesThatMultiply() {
    String doctype = "<!DOCTYPE rss [<!ENTITY a \"" + "x".repeat(100) + "\">]>";
    String many = RSS.replace("One", "&a;".repeat(20_000));

    assertThat(parse(doctype + many)).isInstanceOf(ParseOutcome.NotAFeed.class);
  }

  private static ParsedFeed parsed(String document) {
    ParseOutcome outcome = parse(document);
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) outcome).feed();
  }

  private static ParseOutcome parse(String document) {
    return new FeedParser().parse(document.getBytes(StandardCharsets.UTF_8), null, BASE);
  }
}
