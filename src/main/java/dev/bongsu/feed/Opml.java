package dev.bongsu.feed;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.syndication.OpmlOutline;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/// A list of feeds, as feed readers exchange them (opml.org).
///
/// @param feeds in the list's order, each address once, at most 500
/// @param skipped outlines beyond those 500, and outlines whose address is invalid
public record Opml(List<Outline> feeds, int skipped) {
  private static final int MAX_BYTES = 1024 * 1024;
  private static final int MAX_FEEDS = 500;

  public Opml {
    feeds = List.copyOf(feeds);
  }

  /// A feed of a list.
  ///
  /// @param title one line; blank if the list has none
  public record Outline(String title, URI address) {}

  /// The result of reading a list.
  public sealed interface Outcome {
    /// A list, perhaps an empty one.
    record Read(Opml list) implements Outcome {}

    /// Not a list, or a harmful one.
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
    return new Outcome.Read(of(OpmlOutline.readAll(text)));
  }

  private static Opml of(List<OpmlOutline> outlines) {
    Map<URI, Outline> feeds = new LinkedHashMap<>();
    int skipped = 0;
    for (OpmlOutline outline : outlines) {
      Optional<URI> address = FeedAddress.parse(outline.address());
      if (address.isPresent() && feeds.size() < MAX_FEEDS) {
        feeds.putIfAbsent(address.get(), new Outline(outline.title(), address.get()));
      } else if (!outline.address().isBlank() && !feeds.containsKey(address.orElse(null))) {
        skipped++;
      }
    }
    return new Opml(List.copyOf(feeds.values()), skipped);
  }

  /// Writes a list that other feed readers understand (OPML 2.0).
  public static String write(String title, List<Feed> feeds) {
    Element body = new Element("body");
    feeds.forEach(feed -> body.addContent(outline(feed)));
    Element head = new Element("head").addContent(new Element("title").setText(title));
    Element opml = new Element("opml").setAttribute("version", "2.0").addContent(head);
    return new XMLOutputter(Format.getPrettyFormat())
        .outputString(new Document(opml.addContent(body)));
  }

  private static Element outline(Feed feed) {
    Element outline =
        new Element("outline")
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
