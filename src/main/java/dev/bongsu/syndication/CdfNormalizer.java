package dev.bongsu.syndication;

import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Microsoft's Channel Definition Format of 1997 as RSS 2.0.
final class CdfNormalizer {
  private CdfNormalizer() {}

  /// RSS has roots of this name, too; CDF's items have their link in an attribute.
  static boolean isCdf(Element root) {
    return Stream.concat(Stream.of(root), items(root))
        .anyMatch(element -> JdomElements.attribute(element, "href") != null);
  }

  static FeedFormat normalize(Document tree) {
    Element root = tree.getRootElement();
    Element channel = entry("channel", root);
    String base = JdomElements.attribute(root, "base");
    if (base != null) {
      channel.setAttribute("base", base, Namespace.XML_NAMESPACE);
    }
    items(root).forEach(item -> channel.addContent(entry("item", item)));
    tree.setRootElement(RssNormalizer.wrapInRss(root, channel));
    return new FeedFormat("cdf");
  }

  private static Stream<Element> items(Element root) {
    return root.getChildren().stream()
        .flatMap(
            child ->
                switch (JdomElements.localName(child)) {
                  case "item" -> Stream.of(child);
                  case "channel" -> items(child);
                  default -> Stream.empty();
                });
  }

  private static Element entry(String name, Element raw) {
    Element entry = JdomElements.createInheriting(name, List.of(raw));
    JdomElements.first(raw, "title")
        .ifPresent(
            title -> entry.addContent(withText(RssNormalizer.copyWithoutNamespace(title), title)));
    JdomElements.first(raw, "abstract")
        .ifPresent(text -> entry.addContent(withText(new Element("description"), text)));
    add(entry, "link", link(raw));
    add(entry, "pubDate", JdomElements.attribute(raw, "lastmod"));
    return entry;
  }

  /// The first version had all texts in attributes.
  private static Element withText(Element element, Element raw) {
    String value = JdomElements.attribute(raw, "value");
    return element.setText(value == null ? JdomElements.innerContent(raw) : value);
  }

  private static @Nullable String link(Element raw) {
    String href = JdomElements.attribute(raw, "href");
    return href != null
        ? href
        : JdomElements.first(raw, "a").map(a -> JdomElements.attribute(a, "href")).orElse(null);
  }

  private static void add(Element entry, String name, @Nullable String text) {
    if (text != null) {
      entry.addContent(new Element(name).setText(text));
    }
  }
}
