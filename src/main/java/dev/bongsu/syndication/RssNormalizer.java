package dev.bongsu.syndication;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// RSS of all versions, RDF or not, as RSS 2.0.
final class RssNormalizer {
  private static final Set<String> VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");
  private static final List<String> CHANNEL_ELEMENTS = List.of("link", "language");

  private RssNormalizer() {}

  static FeedFormat normalize(Document tree) {
    Element root = tree.getRootElement();
    FeedFormat format = format(root);
    List<Element> items = items(root).toList();
    Element head = JdomElements.first(root, "channel").orElse(root);
    Element channel = JdomElements.createInheriting("channel", List.of(head));
    title(head).ifPresent(channel::addContent);
    CHANNEL_ELEMENTS.forEach(name -> JdomElements.children(head, name).forEach(copyTo(channel)));
    RawItem.copyDates(RawItem.FEED_DATE_TAGS, head, channel);
    items.forEach(item -> channel.addContent(item(item)));
    tree.setRootElement(wrapInRss(root, channel));
    return format;
  }

  /// The root element around a channel.
  static Element wrapInRss(Element like, Element channel) {
    return JdomElements.createInheriting("rss", List.of(like))
        .setAttribute("version", "2.0")
        .addContent(channel.detach());
  }

  private static FeedFormat format(Element root) {
    String name = root.getName().toLowerCase(Locale.ROOT);
    String version = String.valueOf(JdomElements.attribute(root, "version")).strip();
    if (name.equals("rss")) {
      return new FeedFormat("rss_" + (VERSIONS.contains(version) ? version : "2.0"));
    }
    boolean netscape =
        JdomElements.first(root, "channel", "item")
            .filter(child -> child.getNamespaceURI().contains("netscape.com/rdf"))
            .isPresent();
    if (netscape) {
      return new FeedFormat("rss_0.90");
    }
    return new FeedFormat(name.equals("channel") ? "rss_1.1" : "rss_1.0");
  }

  /// They stand in the channel, beside it, or in a list of their own; one that nothing closes holds
  /// those behind it.
  private static Stream<Element> items(Element parent) {
    return parent.getChildren().stream()
        .flatMap(
            child ->
                switch (JdomElements.localName(child)) {
                  // an item that nothing closes holds those behind it
                  case "item", "entry" -> Stream.concat(Stream.of(child), items(child));
                  case "channel", "items" -> items(child);
                  default -> Stream.empty();
                });
  }

  private static Element item(Element raw) {
    Element item = JdomElements.createInheriting("item", List.of(raw));
    Attribute about = raw.getAttribute("about", FeedNamespaces.RDF);
    if (about != null) {
      item.setAttribute(about.clone());
    }
    title(raw).ifPresent(item::addContent);
    text(raw).ifPresent(text -> item.addContent(withInnerContent("description", text)));
    JdomElements.first(raw, "encoded", "fullitem", "body", "div")
        .ifPresent(
            text ->
                item.addContent(
                    withInnerContent("encoded", text).setNamespace(FeedNamespaces.CONTENT)));
    Stream.of("link", "guid", "id", "origlink")
        .forEach(name -> JdomElements.children(raw, name).forEach(copyTo(item)));
    ItemLinks.copyFiles(raw, item);
    JdomElements.children(raw, "author").limit(1).forEach(copyTo(item));
    JdomElements.children(raw, "category")
        .filter(own -> isCoreElement(raw, own))
        .forEach(copyTo(item));
    RawItem.copyDates(RawItem.ITEM_DATE_TAGS, raw, item);
    copyDublinCore(raw, item);
    return item;
  }

  /// Copies the author and the keywords of the Dublin Core module.
  static void copyDublinCore(Element from, Element to) {
    Stream.of("creator", "subject")
        .flatMap(name -> JdomElements.children(from, name))
        .map(
            child ->
                new Element(JdomElements.localName(child), FeedNamespaces.DC)
                    .setText(child.getValue()))
        .forEach(to::addContent);
  }

  /// The first title that is not blank.
  private static Optional<Element> title(Element raw) {
    return JdomElements.children(raw, "title")
        .filter(title -> !title.getValue().isBlank())
        .findFirst()
        .map(
            title ->
                title.getChildren().isEmpty() ? copyWithoutNamespace(title) : plainTitle(title));
  }

  private static Element plainTitle(Element title) {
    return new Element("title").setText(PlainText.htmlTitle(JdomElements.innerContent(title)));
  }

  private static Optional<Element> text(Element raw) {
    return JdomElements.first(raw, "description", "summary", "abstract")
        .or(() -> groupDescription(raw));
  }

  /// The text of a video, which stands in `media:group`.
  static Optional<Element> groupDescription(Element raw) {
    return JdomElements.first(raw, "group")
        .flatMap(group -> JdomElements.first(group, "description"));
  }

  private static Element withInnerContent(String name, Element text) {
    return new Element(name).setText(JdomElements.innerContent(text));
  }

  private static Consumer<Element> copyTo(Element item) {
    return child -> item.addContent(copyWithoutNamespace(child));
  }

  /// Whether it is RSS's own and not a module's of the same name.
  private static boolean isCoreElement(Element item, Element child) {
    return child.getNamespacePrefix().isEmpty() || child.getNamespace().equals(item.getNamespace());
  }

  /// A copy under RSS's own name.
  static Element copyWithoutNamespace(Element element) {
    String name = JdomElements.localName(element);
    return element
        .clone()
        .setNamespace(Namespace.NO_NAMESPACE)
        .setName(name.equals("pubdate") ? "pubDate" : name);
  }
}
