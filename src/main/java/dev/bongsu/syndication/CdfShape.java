package dev.bongsu.syndication;

import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Microsoft's Channel Definition Format of 1997 as RSS 2.0.
final class CdfShape {
  private CdfShape() {}

  /// RSS has roots of this name, too; CDF's items have their link in an attribute.
  static boolean isCdf(Element root) {
    return Stream.concat(Stream.of(root), items(root))
        .anyMatch(element -> Elements.attribute(element, "href") != null);
  }

  static FeedFormat of(Document tree) {
    Element root = tree.getRootElement();
    Element channel = entry("channel", root);
    String base = Elements.attribute(root, "base");
    if (base != null) {
      channel.setAttribute("base", base, Namespace.XML_NAMESPACE);
    }
    items(root).forEach(item -> channel.addContent(entry("item", item)));
    tree.setRootElement(RssShape.rss(root, channel));
    return new FeedFormat("cdf");
  }

  private static Stream<Element> items(Element root) {
    return root.getChildren().stream()
        .flatMap(
            child ->
                switch (Elements.name(child)) {
                  case "item" -> Stream.of(child);
                  case "channel" -> items(child);
                  default -> Stream.empty();
                });
  }

  private static Element entry(String name, Element raw) {
    Element entry = Elements.like(name, List.of(raw));
    Elements.first(raw, "title")
        .ifPresent(title -> entry.addContent(said(RssShape.bare(title), title)));
    Elements.first(raw, "abstract")
        .ifPresent(text -> entry.addContent(said(new Element("description"), text)));
    add(entry, "link", link(raw));
    add(entry, "pubDate", Elements.attribute(raw, "lastmod"));
    return entry;
  }

  /// The first version had all texts in attributes.
  private static Element said(Element element, Element raw) {
    String value = Elements.attribute(raw, "value");
    return element.setText(value == null ? Elements.inner(raw) : value);
  }

  private static @Nullable String link(Element raw) {
    String href = Elements.attribute(raw, "href");
    return href != null
        ? href
        : Elements.first(raw, "a").map(a -> Elements.attribute(a, "href")).orElse(null);
  }

  private static void add(Element entry, String name, @Nullable String text) {
    if (text != null) {
      entry.addContent(new Element(name).setText(text));
    }
  }
}
