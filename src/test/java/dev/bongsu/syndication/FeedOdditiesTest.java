package dev.bongsu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What publishers write, and what a sensible reader makes of it.
class FeedOdditiesTest {
  private static final URI BASE = URI.create("https://news.example/feeds/rss.xml");
  private static final String MODULES =
      " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'"
          + " xmlns:atom='http://www.w3.org/2005/Atom' xmlns:x='http://www.w3.org/1999/xhtml'"
          + " xmlns:media='http://search.yahoo.com/mrss/'"
          + " xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0'";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <link> \\n https://a.example/1 \\n</link>               | https://a.example/1
          <link><![CDATA[https://a.example/1]]></link>            | https://a.example/1
          <link>1.html</link>                                     | https://news.example/1.html
          <link>//a.example/1</link>                              | https://a.example/1
          <link>?id=1</link>                                      | https://news.example/?id=1
          <link>https:///a.example/1</link>                       | https://a.example/1
          <link>https://a.example/[1]/a b?x=[2]</link>            | https://a.example/%5B1%5D/a%20b?x=[2]
          <link>https://a.example/?a=1&amp;amp;b=2</link>         | https://a.example/?a=1&b=2
          <link>https://a.example/?a=1&b=2</link>                 | https://a.example/?a=1&b=2
          <link>https://a.example/<!-- no -->1</link>             | https://a.example/1
          <link href='https://a.example/1'/>                      | https://a.example/1
          <link xml:base='https://b.example/x/'>1</link>          | https://b.example/x/1
          <link/><atom:link href='https://a.example/1'/>          | https://a.example/1
          <atom:link rel='self' href='https://a.example/1'/>      |
          <atom:link rel='Alternate' href='https://a.example/1'/> | https://a.example/1
          <link>javascript:alert(1)</link>                        |
          <guid>https://a.example/1</guid>                        | https://a.example/1
          <guid isPermaLink='true'>/1</guid>                      | https://news.example/1
          <guid isPermaLink=' false '>https://a.example/1</guid>  |
          <guid isPermaLink='no'>https://a.example/1</guid>       |
          <guid>tag:a.example,2026:1</guid>                       |
          <guid>https://a.example/g</guid><link>/1</link>         | https://news.example/1
          <comments>https://a.example/c</comments>                |
          <enclosure url='https://a.example/a.mp3'/>              | https://a.example/a.mp3
          <fb:origLink>https://a.example/1</fb:origLink>          | https://a.example/1
          <image><link>https://a.example/no</link></image>        |
          <source url='https://a.example/no'>s</source>           |
          <x:link href='https://a.example/no'/><link>/1</link>    | https://news.example/1
          """)
  void r045r056FindsTheLinkOfAnItem(String item, String link) {
    assertThat(rss("<title>T</title>" + item.replace("\\n", "\n")).link())
        .isEqualTo(link == null ? null : URI.create(link));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <link rel='self' href='/s'/><link href='/1'/>                        | https://news.example/1
          <link rel='http://www.iana.org/assignments/relation/alternate' href='/1'/> | https://news.example/1
          <link rel='alternate nofollow' href='/1'/>                           | https://news.example/1
          <link rel='alternate' type='application/json' href='/j'/><link href='/1'/> | https://news.example/1
          <link xml:base='https://b.example/x/' href='1'/>                     | https://b.example/x/1
          <link rel='enclosure' href='/1.mp3'/>                                | https://news.example/1.mp3
          <link rel='related' href='/1'/>                                      |
          <id>https://a.example/1</id>                                         | https://a.example/1
          <id>tag:a.example,2026:1</id>                                        |
          <link>/1</link>                                                      | https://news.example/1
          <content type='text/html' src='/1'/>                                 | https://news.example/1
          <content type='video/mp4' src='/1'/>                                 | https://news.example/1
          <source><link href='/no'/><title>no</title></source>                 |
          """)
  void r045r056FindsTheLinkOfAnEntry(String entry, String link) {
    assertThat(atom("<title>T</title>" + entry).link())
        .isEqualTo(link == null ? null : URI.create(link));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <guid> a </guid>                            | a
          <guid><![CDATA[a]]></guid>                  | a
          <guid/>                                     |
          <guid>a</guid><guid>b</guid>                | a
          <atom:id>a</atom:id>                        | a
          <id>a</id>                                  | a
          <atom:id>b</atom:id><guid>a</guid>          | a
          <link>https://a.example/1</link>            |
          """)
  void r045FindsTheIdOfAnItem(String item, String id) {
    assertThat(rss("<title>T</title>" + item).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          <title> a\\n b </title>                                  | a b     | a b     | a b
          <title>a &amp; b &lt; c</title>                          | a & b < c | a & b < c | a & b < c
          <title>a &amp;amp; b</title>                             | a & b   | a &amp; b | a & b
          <title>&lt;b&gt;a&lt;/b&gt;</title>                      | a       | <b>a</b> | a
          <title><![CDATA[<b>a</b> &amp; b]]></title>              | a & b   | <b>a</b> &amp; b | a & b
          <title><b>a</b><br/>b</title>                            | a b     | a b     | a b
          <title><x:div>a <x:b>b</x:b></x:div></title>             | a b     | a b     | a b
          <title>caf&eacute; &#8217;&#146; &copy;</title>          | café ’’ © | café ’’ © | café ’’ ©
          <title>AT&T</title>                                      | AT&T    | AT&T    | AT&T
          <title/><title>a</title>                                 | a       | -       | -
          <title>&lt;IBM&gt;</title>                               | <IBM>   | <IBM>   | <IBM>
          <title>List&lt;String&gt;</title>                        | List<String> | List<String> | List
          <media:title>b</media:title><title>a</title>             | a       | a       | a
          <dc:title>a</dc:title>                                   | a       | a       | a
          """)
  void r057ReadsTitles(String title, String item, String text, String html) {
    String raw = title.replace("\\n", "\n");
    assertThat(rss(raw + "<guid>g</guid>").title()).isEqualTo(item);
    if (text != null) {
      assertThat(atom(raw.replace("<title>", "<title type='text'>")).title()).isEqualTo(text);
      assertThat(atom(raw.replace("<title>", "<title type='html'>")).title()).isEqualTo(html);
    }
    assertThat(parsed("<rss><channel>" + raw + "<item/></channel></rss>").title()).isEqualTo(item);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <pubDate>Tue, 10 Mar 2026 09:00:00 A</pubDate>                          | 2026-03-10T10:00:00Z
          <pubDate>1773133200</pubDate>                                           | 2026-03-10T09:00:00Z
          <pubDate>1773133200000</pubDate>                                        | 2026-03-10T09:00:00Z
          <pubDate>no</pubDate><dc:date>2026-03-10T09Z</dc:date>                  | 2026-03-10T09:00:00Z
          <dc:date>2020-01-01</dc:date><pubDate>10 Mar 26 09:00 Z</pubDate>       | 2026-03-10T09:00:00Z
          <dcterms:issued>2026-03-10</dcterms:issued><dcterms:modified>2026-03-11</dcterms:modified> | 2026-03-10T00:00:00Z
          <atom:updated>2026-03-11T00:00:00Z</atom:updated><atom:published>2026-03-10T00:00:00Z</atom:published> | 2026-03-10T00:00:00Z
          <lastBuildDate>Tue, 10 Mar 2026 09:00:00 GMT</lastBuildDate>            | 2026-03-10T09:00:00Z
          <expirationDate>Tue, 10 Mar 2026 09:00:00 GMT</expirationDate>          |
          """)
  void r052FindsTheDateOfAnItem(String item, String date) {
    assertThat(Objects.toString(rss("<title>T</title>" + item).published(), null)).isEqualTo(date);
  }

  /// Titles, then links, of all entries of a document.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <rss><channel><entry><title>a</title></entry></channel></rss>                              | a
          <feed xmlns='http://www.w3.org/2005/Atom'><item><title>a</title></item></feed>             | a
          <FEED><ENTRY><TITLE>a</TITLE></ENTRY></FEED>                                               | a
          <feed xmlns='urn:unknown'><entry><title>a</title></entry></feed>                           | a
          <rss><channel><item><title>a</title></item></channel><channel><item><title>b</title></item></channel></rss> | a,b
          <rss><channel><items><item><title>a</title></item></items></channel></rss>                 | a
          <channel><item><title>a</title></item></channel>                                           | a
          <x><rss><channel><item><title>a</title></item></channel></rss></x>                         | a
          HTTP/1.1 200 OK <rss><channel><item><title>a</title></item></channel></rss>                | a
          <rss><channel><item><title>a<item><title>b</title></item></channel></rss>                  | a,b
          <rss><channel><item><title>a</titel><link>/1</link></item></channel></rss>                 | a/1
          <rss><channel><item><title>a</title><description><![CDATA[x</description></item><item><title>b</title></item></channel></rss> | a,b
          <rss><channel><item><title>a</title><!-- x</item><item><title>b</title></item></channel></rss> | a,b
          <!DOCTYPE rss [<!ENTITY q "&#8220;x&#8221;">]><rss><channel><item><title>&q;</title></item></channel></rss> | “x”
          <!DOCTYPE rss [<!ENTITY q "&#x26;#60;i">]><rss><channel><item><title>&q;</title></item></channel></rss> | <i
          <CHANNEL HREF='/'><ITEM HREF='/1'><TITLE VALUE='a'/></ITEM></CHANNEL>                      | a/1
          <rss><channel><atom:link rel='self' href='https://s.example/f/r'/><item><title>a</title><link>p</link></item></channel></rss> | ahttps://s.example/f/p
          <rss xmlns:dc=' http://purl.org/dc/elements/1.1/'><channel><item><dc:title>a</dc:title></item></channel></rss> | a
          <rss><channel><item><xmlns:x/><title>a</title><xml:y/></item></channel></rss>              | a
          <feed xmlns='http://purl.org/atom/ns#'><entry><title type='t[/x'>A & B</title></entry></feed> | A & B
          <rss version='2.0'/>                                                                       |
          {items: [{'id': 'https://a.example/1', title: 'a &amp; b'}], version: '1'}                 | a & bhttps://a.example/1
          """)
  void r056r062FindsTheEntriesOfADocument(String document, String entries) {
    String seen =
        parsed(document).entries().stream()
            .map(
                entry ->
                    entry.title()
                        + Objects.toString(entry.link(), "").replace("https://news.example", ""))
            .collect(Collectors.joining(","));

    assertThat(seen).isEqualTo(Objects.requireNonNullElse(entries, ""));
  }

  /// Declared to be Latin, or not at all.
  @ParameterizedTest
  @CsvSource({
    "EUC-KR,항만 보안 회의가 열렸다",
    "Shift_JIS,港湾の安全に関する会議が開かれました",
    "EUC-JP,港湾の安全に関する会議が開かれました",
    "GB18030,港口安全会议在上海举行",
    "Big5,港口安全會議在臺北舉行",
    "windows-1251,Совещание о безопасности портов",
    "KOI8-R,Совещание о безопасности портов",
    "x-windows-874,ข่าวความปลอดภัยท่าเรือ การประชุมจัดขึ้นวันนี้",
    "windows-1255,חדשות אבטחת הנמלים: הכנס נערך בחיפה היום",
    "ISO-2022-JP,港湾の安全に関する会議が開かれました",
    "ISO-2022-KR,항만 보안 회의가 열렸다"
  })
  void r058DetectsTheCharsetDespiteALatinDeclaration(String charset, String text) {
    for (String declared : new String[] {"iso-8859-1", "us-ascii", "windows-1252", "no-such"}) {
      String document =
          "<?xml version='1.0' encoding='%s'?><rss><channel><item><title>%s</title></item></channel></rss>"
              .formatted(declared, text);

      ParsedFeed feed = parsed(document.getBytes(Charset.forName(charset)));

      assertThat(feed.entries()).as(declared).extracting(Entry::title).containsExactly(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void r058ReadsUtf16AndUtf32WithoutByteOrderMark(String charset) {
    for (String start : new String[] {"", "\n", "  ", "\r\n<?xml version='1.0'?>"}) {
      String document = start + "<rss><channel><item><title>항만</title></item></channel></rss>";

      ParsedFeed feed = parsed(document.getBytes(Charset.forName(charset)));

      assertThat(feed.entries()).extracting(Entry::title).containsExactly("항만");
    }
  }

  private static Entry rss(String item) {
    return parsed(
            "<rss version='2.0'%s><channel><link>https://news.example/</link><item>%s</item></channel></rss>"
                .formatted(MODULES, item))
        .entries()
        .getFirst();
  }

  private static Entry atom(String entry) {
    return parsed(
            "<feed xmlns='http://www.w3.org/2005/Atom'%s><link href='https://news.example/'/><entry>%s</entry></feed>"
                .formatted(MODULES, entry))
        .entries()
        .getFirst();
  }

  private static ParsedFeed parsed(String document) {
    return parsed(document.getBytes(StandardCharsets.UTF_8));
  }

  private static ParsedFeed parsed(byte[] document) {
    ParseOutcome outcome = new FeedParser().parse(document, null, BASE);
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) outcome).feed();
  }
}
