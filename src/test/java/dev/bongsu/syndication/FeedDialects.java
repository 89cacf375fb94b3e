package dev.bongsu.syndication;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The same three entries in every dialect that feeds are written in.
final class FeedDialects {
  private static final String DTD =
      "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\""
          + " \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">\n";
  private static final String GUID = "<guid isPermaLink=\"false\">n-%1$d</guid>";
  private static final String PUB_DATE = "<pubDate>Tue, 10 Mar 2026 09:0%1$d:00 +0900</pubDate>";
  private static final String LINK = "https://news.example/a/%1$d?x=1&amp;y=2";

  static final List<Dialect> ALL =
      List.of(
          new Dialect("rss 0.90", "rss_0.90", null, false, FeedDialects::rss090),
          new Dialect("rss 0.91", "rss_0.91", null, false, (l, t) -> rss("0.91", DTD, l, t, "")),
          new Dialect("rss 0.92", "rss_0.92", null, false, (l, t) -> rss("0.92", "", l, t, "")),
          new Dialect(
              "rss 0.93", "rss_0.93", null, true, (l, t) -> rss("0.93", "", l, t, PUB_DATE)),
          new Dialect(
              "rss 0.94",
              "rss_0.94",
              "n-%d",
              true,
              (l, t) -> rss("0.94", "", l, t, GUID + PUB_DATE)),
          new Dialect(
              "rss 2.0", "rss_2.0", "n-%d", true, (l, t) -> rss("2.0", "", l, t, GUID + PUB_DATE)),
          new Dialect(
              "rss 2.0 in a namespace", "rss_2.0", "n-%d", true, FeedDialects::rssInNamespace),
          new Dialect("rss 2.0 in upper case", "rss_2.0", "n-%d", true, FeedDialects::upperCase),
          new Dialect(
              "rss 1.0", "rss_1.0", "https://news.example/a/%d?x=1&y=2", true, FeedDialects::rss10),
          new Dialect(
              "rss 1.1", "rss_1.1", "https://news.example/a/%d?x=1&y=2", true, FeedDialects::rss11),
          new Dialect("atom 0.3", "atom_0.3", "tag:n,%d", true, FeedDialects::atom03),
          new Dialect("atom 1.0", "atom_1.0", "tag:n,%d", true, (l, t) -> atom("", l, t)),
          new Dialect(
              "atom with a prefix", "atom_1.0", "tag:n,%d", true, (l, t) -> atom("atom:", l, t)),
          new Dialect("cdf", "cdf", null, true, FeedDialects::cdf),
          new Dialect("news sitemap", "sitemap_news", null, true, FeedDialects::sitemap),
          new Dialect("json feed 1.0", "json_1", "n-%d", true, (_, t) -> json("1", t)),
          new Dialect("json feed 1.1", "json_1.1", "n-%d", true, (_, t) -> json("1.1", t)));

  private FeedDialects() {}

  /// Writes a feed.
  interface Writer {
    String write(String language, String text);
  }

  /// A dialect.
  ///
  /// @param idPattern of the entries; null if it has none
  record Dialect(
      String name, String format, @Nullable String idPattern, boolean isDated, Writer writer) {

    String write(String language, String text) {
      return writer.write(language, text);
    }

    boolean isXml() {
      return !format.startsWith("json");
    }

    @Nullable String id(int number) {
      return idPattern == null ? null : idPattern.formatted(number);
    }
  }

  private static String three(String pattern, String text) {
    return IntStream.range(0, 3)
        .mapToObj(i -> pattern.formatted(i, text))
        .collect(Collectors.joining("\n"));
  }

  private static String rss(
      String version, String doctype, String language, String text, String more) {
    return doctype
        + "<rss version=\"%s\"><channel><title>Feed %s</title><link>https://news.example/</link>"
            .formatted(version, text)
        + "<description>d</description><language>%s</language>".formatted(language)
        + "<skipHours><hour>x</hour></skipHours><ttl>soon</ttl><cloud domain=\"d\" port=\"?\"/>\n"
        + three("<item><title>%2$s %1$d</title><link>" + LINK + "</link>" + more + "</item>", text)
        + "</channel></rss>";
  }

  private static String rssInNamespace(String language, String text) {
    return rss("2.0", "", language, text, GUID + PUB_DATE)
        .replace("<rss ", "<rss xmlns=\"http://backend.userland.com/rss2\" ");
  }

  private static String upperCase(String language, String text) {
    return rss("2.0", "", language, text, GUID + PUB_DATE)
        .replaceAll("(</?)rss", "$1RSS")
        .replaceAll("(</?)channel", "$1Channel")
        .replaceAll("(</?)item", "$1ITEM")
        .replaceAll("(</?)title", "$1Title")
        .replaceAll("(</?)link", "$1LINK")
        .replaceAll("(</?)pubDate", "$1pubdate");
  }

  private static String rss090(String language, String text) {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
        + " xmlns=\"http://my.netscape.com/rdf/simple/0.9/\">"
        + "<channel><title>Feed %s</title><link>https://news.example/</link></channel>"
            .formatted(text)
        + "<image><title>no</title><link>https://news.example/no</link></image>"
        + three("<item><title>%2$s %1$d</title><link>" + LINK + "</link></item>", text)
        + "</rdf:RDF>";
  }

  private static String rss10(String language, String text) {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
        + " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + "<channel rdf:about=\"https://news.example/\"><title>Feed %s</title>".formatted(text)
        + "<link>https://news.example/</link><dc:language>%s</dc:language>".formatted(language)
        + "<items><rdf:Seq><rdf:li rdf:resource=\"https://news.example/a/0\"/></rdf:Seq></items>"
        + "</channel>"
        + three(
            "<item rdf:about=\""
                + LINK
                + "\"><dc:title>no</dc:title><title>%2$s %1$d</title><link>"
                + LINK
                + "</link><dc:date>2026-03-10T09:0%1$d:00+09:00</dc:date></item>",
            text)
        + "</rdf:RDF>";
  }

  private static String rss11(String language, String text) {
    return "<Channel xmlns=\"http://purl.org/net/rss1.1#\" rdf:about=\"https://news.example/f\""
        + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xml:lang=\"%s\">"
            .formatted(language)
        + "<title>Feed %s</title><link>https://news.example/</link>".formatted(text)
        + "<items rdf:parseType=\"Collection\">"
        + three(
            "<item rdf:about=\""
                + LINK
                + "\"><title>%2$s %1$d</title><link>"
                + LINK
                + "</link><issued"
                + " xmlns=\"http://purl.org/dc/terms/\">2026-03-10T00:0%1$d:00Z</issued></item>",
            text)
        + "</items></Channel>";
  }

  private static String atom03(String language, String text) {
    return "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\" xml:lang=\"%s\">"
            .formatted(language)
        + "<title type=\"text/html\" mode=\"escaped\">Feed &lt;i&gt;%s&lt;/i&gt;</title>"
            .formatted(text)
        + "<link rel=\"alternate\" type=\"text/html\" href=\"https://news.example/\"/>"
        + three(
            "<entry><id>tag:n,%1$d</id><title mode=\"xml\" type=\"application/xhtml+xml\"><div"
                + " xmlns=\"http://www.w3.org/1999/xhtml\">%2$s <b>%1$d</b></div></title>"
                + "<link rel=\"service.edit\" href=\"https://news.example/edit\"/>"
                + "<link rel=\"alternate\" type=\"text/html\" href=\""
                + LINK
                + "\"/><modified>2026-03-11T00:00:00Z</modified>"
                + "<issued>2026-03-10T09:0%1$d:00+09:00</issued></entry>",
            text)
        + "</feed>";
  }

  private static String atom(String prefix, String language, String text) {
    String plain =
        "<@feed @xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">".formatted(language)
            + "<@title>Feed %s</@title><@link href=\"https://news.example/\"/>".formatted(text)
            + "<@link rel=\"self\" href=\"https://news.example/atom\"/><@id>tag:n</@id>"
            + three(
                "<@entry><@link rel=\"alternate\" type=\"application/json\""
                    + " href=\"/no\"/><@id>tag:n,%1$d</@id><@title type=\"html\">%2$s"
                    + " &lt;b&gt;%1$d&lt;/b&gt;</@title><@link"
                    + " href=\"/a/%1$d?x=1&amp;y=2\"/><@updated>2026-03-10T00:0%1$d:00Z</@updated>"
                    + "</@entry>",
                text)
            + "</@feed>";
    String declared =
        prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
    return plain.replace("@xmlns", declared).replace("@", prefix);
  }

  private static String cdf(String language, String text) {
    return "<Channel HREF=\"https://news.example/\"><TITLE>Feed %s</TITLE>".formatted(text)
        + "<ABSTRACT>d</ABSTRACT>"
        + three(
            "<ITEM HREF=\""
                + LINK
                + "\" LASTMOD=\"2026-03-10T09:0%1$d+0900\"><TITLE>%2$s %1$d</TITLE></ITEM>",
            text)
        + "</Channel>";
  }

  private static String sitemap(String language, String text) {
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
        + three(
            "<url><loc>"
                + LINK
                + "</loc><news:news><news:publication><news:name>Feed %2$s</news:name>"
                + "<news:language>"
                + language
                + "</news:language></news:publication>"
                + "<news:publication_date>2026-03-10T09:0%1$d:00+09:00</news:publication_date>"
                + "<news:title>%2$s %1$d</news:title></news:news></url>",
            text)
        + "</urlset>";
  }

  private static String json(String version, String text) {
    String items =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    """
                    {"id": "n-%1$d", "title": "%2$s %1$d", "content_text": "x",
                     "url": "https://news.example/a/%1$d?x=1&y=2",
                     "date_published": "2026-03-10T09:0%1$d:00+09:00"}\
                    """
                        .formatted(i, text))
            .collect(Collectors.joining(","));
    return "{\"version\": \"https://jsonfeed.org/version/%s\", \"title\": \"Feed %s\","
            .formatted(version, text)
        + " \"home_page_url\": \"https://news.example/\", \"items\": [%s]}".formatted(items);
  }
}
