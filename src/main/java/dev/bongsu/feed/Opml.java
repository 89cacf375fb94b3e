package dev.bongsu.feed;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.syndication.PlainText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// A list of feeds, as feed readers exchange them (opml.org).
///
/// Most lists in the wild are not well-formed XML: bare ampersands, open outlines, attributes in
/// any case. What can be made out is read.
///
/// @param feeds in the list's order, each address once, at most 500
/// @param skipped how many outlines name a feed past those, or an address that is none
public record Opml(List<Outline> feeds, int skipped) {
  private static final int MAX_BYTES = 1024 * 1024;
  private static final int MAX_FEEDS = 500;
  private static final List<String> ADDRESS_NAMES = List.of("xmlurl", "feedurl", "url");
  private static final List<String> TITLE_NAMES = List.of("title", "text");

  public Opml {
    feeds = List.copyOf(feeds);
  }

  /// A feed of a list.
  ///
  /// @param title one line; blank if the list has none
  public record Outline(String title, URI address) {}

  /// What became of reading a list.
  public sealed interface Outcome {
    /// A list, perhaps an empty one.
    record Read(Opml list) implements Outcome {}

    /// No list, or one made to harm.
    ///
    /// @param reason in words
    record Refused(String reason) implements Outcome {}
  }

  /// Reads a list. Never throws, whatever the bytes are.
  public static Outcome read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Outcome.Refused("larger than %d bytes".formatted(MAX_BYTES));
    }
    String text = TextDecoder.decode(bytes, null);
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("<!doctype") || lower.contains("<!entity")) {
      return new Outcome.Refused("a list of feeds has no DOCTYPE");
    }
    if (!lower.contains("<opml") && !lower.contains("<outline")) {
      return new Outcome.Refused("not an OPML list");
    }
    return new Outcome.Read(of(Jsoup.parse(text, "", Parser.xmlParser())));
  }

  private static Opml of(org.jsoup.nodes.Document document) {
    Map<URI, Outline> feeds = new LinkedHashMap<>();
    int leftOut = 0;
    for (Element element : document.getElementsByTag("outline")) {
      String address = attribute(element, ADDRESS_NAMES);
      Optional<URI> typed = FeedAddress.parse(address);
      boolean isFeed = !address.isBlank() && !attribute(element, List.of("type")).equals("link");
      boolean fits = typed.isPresent() && feeds.size() < MAX_FEEDS;
      if (isFeed && fits) {
        String title = PlainText.oneLine(attribute(element, TITLE_NAMES));
        feeds.putIfAbsent(typed.get(), new Outline(title, typed.get()));
      } else if (isFeed && !feeds.containsKey(typed.orElse(null))) {
        leftOut++;
      }
    }
    return new Opml(List.copyOf(feeds.values()), leftOut);
  }

  /// The first of these attributes, in whatever case; blank if there is none.
  private static String attribute(Element element, List<String> names) {
    return names.stream()
        .flatMap(name -> attributeValues(element, name))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static Stream<String> attributeValues(Element element, String name) {
    return element.attributes().asList().stream()
        .filter(attribute -> attribute.getKey().toLowerCase(Locale.ROOT).equals(name))
        .map(Attribute::getValue);
  }

  /// Writes a list that other feed readers understand (OPML 2.0).
  public static String write(String title, List<Feed> feeds) {
    org.jdom2.Element body = new org.jdom2.Element("body");
    feeds.forEach(feed -> body.addContent(outline(feed)));
    org.jdom2.Element head =
        new org.jdom2.Element("head").addContent(new org.jdom2.Element("title").setText(title));
    org.jdom2.Element opml =
        new org.jdom2.Element("opml").setAttribute("version", "2.0").addContent(head);
    return new XMLOutputter(Format.getPrettyFormat())
        .outputString(new Document(opml.addContent(body)));
  }

  private static org.jdom2.Element outline(Feed feed) {
    org.jdom2.Element outline =
        new org.jdom2.Element("outline")
            .setAttribute("type", "rss")
            .setAttribute("text", feed.displayName())
            .setAttribute("title", feed.displayName())
            .setAttribute("xmlUrl", feed.address().toString());
    URI link = feed.link();
    if (link != null) {
      outline.setAttribute("htmlUrl", link.toString());
    }
    return feed.category().isEmpty() ? outline : outline.setAttribute("category", feed.category());
  }
}
