package dev.bongsu.fuzz;

import dev.bongsu.feed.FeedCatalogue;
import dev.bongsu.feed.Opml;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.page.EntryMetadata;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.Topics;
import dev.bongsu.syndication.FeedParser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A process that gives documents made to exhaust memory, stack or processor to what reads them,
/// and prints how long each took.
public final class HostileDocuments {
  private static final URI BASE = URI.create("https://a.example/b");
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /// What stands in a document again and again.
  private static final List<String> PIECES =
      List.of(
          "<div>",
          "<p>",
          "<b>",
          "<a href='x'>",
          "<table><tr><td>",
          "<ul><li>",
          "<script>",
          "<style>",
          "<template>",
          "<svg><foreignObject>",
          "</p>",
          "<br>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?a?>",
          "<a:b xmlns:a='urn:a'>",
          "&amp;",
          "&amp;amp;lt;",
          "&#x41;",
          "&a;",
          "<item><guid>",
          "<entry><id>",
          "{\"a\":",
          "[",
          "\\\"",
          "\\u0041",
          "- ",
          "&x [*x]",
          "a: ",
          "가",
          "가 ",
          "기자@",
          "a@",
          "http://",
          "e\u0301",
          "\u0301",
          "\u202E",
          "\uFFFD",
          "\u200B",
          "😀",
          "...",
          "\n",
          " ",
          "CVE-2026-1 ");

  /// Where it stands: `%s`.
  private static final Map<String, String> CARRIERS =
      Map.of(
          "rss",
          "<rss version='2.0'><channel><title>T</title><item><title>A</title><link>http://a.example/1"
              + "</link><description>%s</description></item></channel></rss>",
          "atom",
          "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><id>u</id><entry><id>1</id>"
              + "<title type='html'>A %s</title><content type='html'>B</content></entry></feed>",
          "json",
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\","
              + "\"content_html\":\"%s\"}]}",
          "page",
          "<html><head><title>A</title></head><body><article><h1>A</h1><p>%s</p></article></body></html>",
          "opml",
          "<opml version='2.0'><body><outline text='%s' xmlUrl='http://a.example/rss'/></body></opml>",
          "yaml",
          "subscriptions:\n  - query: a\nfeeds:\n  - address: https://a.example/%s\n",
          "query",
          "a %s b");

  /// What comes from the web, up to the limit of a body; the rest is sent by people.
  private static final List<String> FETCHED = List.of("rss", "atom", "json", "page");

  private static final int MAX_SENT_BYTES = 1_000_000;

  private HostileDocuments() {}

  /// How many documents there are.
  static int count() {
    return documents(1).size();
  }

  /// Reads them all and prints what each of them came to.
  ///
  /// @param arguments about how long a document is, in bytes
  public static void main(String[] arguments) {
    documents(Integer.parseInt(arguments[0]))
        .forEach(
            (name, document) -> {
              long start = CPU.getCurrentThreadCpuTime();
              String outcome = read(name.substring(0, name.indexOf(' ')), document.make());
              long millis = (CPU.getCurrentThreadCpuTime() - start) / 1_000_000;
              System.out.printf("%d ms %s: %s%n", millis, name, outcome);
            });
  }

  private static Map<String, Document> documents(int bytes) {
    Map<String, Document> all = new LinkedHashMap<>();
    CARRIERS.forEach(
        (kind, carrier) -> {
          int size = FETCHED.contains(kind) ? bytes : Math.min(bytes, MAX_SENT_BYTES);
          for (String piece : PIECES) {
            all.put(
                kind + " " + piece.strip(),
                () -> carrier.replace("%s", piece.repeat(size / utf8(piece).length + 1)));
          }
        });
    List.of("rss", "opml", "page").forEach(kind -> all.putAll(entities(kind, bytes)));
    return all;
  }

  /// Entities that grow, that call themselves, or that stand outside.
  private static Map<String, Document> entities(String kind, int bytes) {
    String doubling =
        IntStream.range(1, 40)
            .mapToObj("<!ENTITY e%d '&e%<d;&e%<d;'>"::formatted)
            .collect(Collectors.joining());
    return Map.of(
        kind + " laughs",
        () -> declared(kind, "<!ENTITY e0 'ha'>" + doubling, "&e39;"),
        kind + " quadratic",
        () -> declared(kind, "<!ENTITY e '" + "a".repeat(bytes) + "'>", "&e;".repeat(1000)),
        kind + " itself",
        () -> declared(kind, "<!ENTITY e '&e;'>", "&e;"),
        kind + " file",
        () -> declared(kind, "<!ENTITY e SYSTEM 'file:///etc/hostname'>", "&e;"),
        kind + " outside",
        () -> declared(kind, "<!ENTITY % e SYSTEM 'http://127.0.0.1:1/'> %e;", "a"),
        kind + " attributes",
        () -> declared(kind, "", "<x " + attributes(bytes / 12) + "/>"));
  }

  private static String attributes(int count) {
    return IntStream.range(0, count).mapToObj("a%d='1'"::formatted).collect(Collectors.joining(" "));
  }

  private static String declared(String kind, String declarations, String content) {
    return "<?xml version='1.0'?><!DOCTYPE x [%s]>".formatted(declarations)
        + CARRIERS.getOrDefault(kind, "%s").replace("%s", content);
  }

  /// What became of it, in a word.
  private static String read(String kind, String document) {
    byte[] bytes = utf8(document);
    return switch (kind) {
      case "rss", "atom", "json" ->
          new FeedParser().parse(bytes, null, BASE).getClass().getSimpleName();
      case "page" ->
          new ArticleReader().read(bytes, "text/html", BASE, EntryMetadata.none()).kind().name();
      case "opml" -> Opml.read(bytes).getClass().getSimpleName();
      case "yaml" ->
          FeedCatalogue.read(Map.of("f", document), List.of("default")).problems().isEmpty()
              ? "read"
              : "refused";
      default -> new QueryParser(Topics.none()).parse(document).getClass().getSimpleName();
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private interface Document {
    String make();
  }
}
