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
final class RssShape {
  static final Namespace RDF =
      Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
  private static final Namespace DC =
      Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
  private static final Namespace CONTENT =
      Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
  private static final Set<String> VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");
  private static final List<String> HEAD = List.of("link", "language");

  private RssShape() {}

  static FeedFormat of(Document tree) {
    Element root = tree.getRootElement();
    FeedFormat format = format(root);
    List<Element> items = items(root).toList();
    Element head = Elements.first(root, "channel").orElse(root);
    Element channel = Elements.like("channel", List.of(head));
    title(head).ifPresent(channel::addContent);
    HEAD.forEach(name -> Elements.children(head, name).forEach(add(channel)));
    RawItem.copyDates(RawItem.DATES_OF_FEED, head, channel);
    items.forEach(item -> channel.addContent(item(item)));
    tree.setRootElement(rss(root, channel));
    return format;
  }

  /// The root element around a channel.
  static Element rss(Element like, Element channel) {
    return Elements.like("rss", List.of(like))
        .setAttribute("version", "2.0")
        .addContent(channel.detach());
  }

  private static FeedFormat format(Element root) {
    String name = root.getName().toLowerCase(Locale.ROOT);
    String version = String.valueOf(Elements.attribute(root, "version")).strip();
    if (name.equals("rss")) {
      return new FeedFormat("rss_" + (VERSIONS.contains(version) ? version : "2.0"));
    }
    boolean netscape =
        Elements.first(root, "channel", "item")
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
                switch (Elements.name(child)) {
                  // an item that nothing closes holds those behind it
                  case "item", "entry" -> Stream.concat(Stream.of(child), items(child));
                  case "channel", "items" -> items(child);
                  default -> Stream.empty();
                });
  }

  private static Element item(Element raw) {
    Element item = Elements.like("item", List.of(raw));
    Attribute about = raw.getAttribute("about", RDF);
    if (about != null) {
      item.setAttribute(about.clone());
    }
    title(raw).ifPresent(item::addContent);
    text(raw).ifPresent(text -> item.addContent(inner("description", text)));
    Elements.first(raw, "encoded", "fullitem", "body", "div")
        .ifPresent(text -> item.addContent(inner("encoded", text).setNamespace(CONTENT)));
    Stream.of("link", "guid", "id", "origlink")
        .forEach(name -> Elements.children(raw, name).forEach(add(item)));
    Elements.children(raw, "author").limit(1).forEach(add(item));
    Elements.children(raw, "category").filter(own -> isOwn(raw, own)).forEach(add(item));
    RawItem.copyDates(RawItem.DATES, raw, item);
    Stream.of("creator", "subject")
        .flatMap(name -> Elements.children(raw, name))
        .map(child -> new Element(Elements.name(child), DC).setText(child.getValue()))
        .forEach(item::addContent);
    return item;
  }

  /// The first that says something.
  private static Optional<Element> title(Element raw) {
    return Elements.children(raw, "title")
        .filter(title -> !title.getValue().isBlank())
        .findFirst()
        .map(title -> title.getChildren().isEmpty() ? bare(title) : withoutMarkup(title));
  }

  private static Element withoutMarkup(Element title) {
    return new Element("title").setText(PlainText.htmlTitle(Elements.inner(title)));
  }

  private static Optional<Element> text(Element raw) {
    return Elements.first(raw, "description", "summary", "abstract")
        .or(() -> Elements.first(raw, "group").flatMap(g -> Elements.first(g, "description")));
  }

  private static Element inner(String name, Element text) {
    return new Element(name).setText(Elements.inner(text));
  }

  private static Consumer<Element> add(Element item) {
    return child -> item.addContent(bare(child));
  }

  /// Whether it is RSS's own and not a module's of the same name.
  private static boolean isOwn(Element item, Element child) {
    return child.getNamespacePrefix().isEmpty() || child.getNamespace().equals(item.getNamespace());
  }

  /// A copy under RSS's own name.
  static Element bare(Element element) {
    String name = Elements.name(element);
    return element
        .clone()
        .setNamespace(Namespace.NO_NAMESPACE)
        .setName(name.equals("pubdate") ? "pubDate" : name);
  }
}
