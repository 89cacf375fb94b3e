package dev.bongsu.feed;

import dev.bongsu.http.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.CDATA;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// What ROME does not tell of an item: the date as it was written, whether the id is its own, and
/// the base of its links.
record RawItem(Element element) {
  private static final List<String> ITEM_DATES =
      List.of("pubdate", "published", "issued", "date", "created", "updated", "modified");
  private static final List<String> FEED_DATES =
      List.of("pubdate", "lastbuilddate", "date", "updated");
  private static final Namespace RDF =
      Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#");

  /// The items of a feed, in document order.
  static List<RawItem> of(Element root) {
    return feedLevel(root)
        .flatMap(parent -> parent.getChildren().stream())
        .filter(child -> child.getName().equals("item") || child.getName().equals("entry"))
        .map(RawItem::new)
        .toList();
  }

  /// The dates of the feed itself that can be read.
  static List<FeedDate> datesOfFeed(Element root) {
    return feedLevel(root)
        .flatMap(parent -> parent.getChildren().stream())
        .filter(child -> FEED_DATES.contains(child.getName().toLowerCase(Locale.ROOT)))
        .flatMap(child -> FeedDate.parse(child.getText()).stream())
        .toList();
  }

  private static Stream<Element> feedLevel(Element root) {
    return Stream.concat(
        Stream.of(root),
        root.getChildren().stream().filter(child -> child.getName().equals("channel")));
  }

  /// The publisher's own id; null if there is none.
  @Nullable String id() {
    String about = element.getAttributeValue("about", RDF);
    return Stream.concat(text("guid"), Stream.concat(text("id"), Stream.ofNullable(about)))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /// Whether the title was written in a CDATA section, where nothing is escaped.
  boolean hasTitleInCdata() {
    return children("title")
        .limit(1)
        .anyMatch(title -> title.getContent().stream().anyMatch(CDATA.class::isInstance));
  }

  /// When it was published: the best of its dates that can be read.
  Optional<FeedDate> date() {
    return ITEM_DATES.stream()
        .flatMap(this::text)
        .flatMap(text -> FeedDate.parse(text).stream())
        .findFirst();
  }

  /// Whether it says when it was published, readably or not.
  boolean isDated() {
    return ITEM_DATES.stream().flatMap(this::text).anyMatch(text -> !text.isBlank());
  }

  /// Its page: the link, or else an id that is one.
  ///
  /// @param base of links that are not absolute
  @Nullable URI link(URI base) {
    URI own = base(base);
    return Stream.concat(links(), permalink())
        .flatMap(link -> WebAddress.resolve(own, link).stream())
        .findFirst()
        .orElse(null);
  }

  private Stream<String> links() {
    return children("link")
        .filter(link -> List.of("", "alternate").contains(link.getAttributeValue("rel", "")))
        .map(link -> link.getAttributeValue("href", link.getText()));
  }

  private Stream<String> permalink() {
    return children("guid")
        .filter(guid -> !"false".equalsIgnoreCase(guid.getAttributeValue("isPermaLink")))
        .map(Element::getText)
        .filter(guid -> guid.strip().regionMatches(true, 0, "http", 0, 4));
  }

  private URI base(URI document) {
    List<String> bases = new ArrayList<>();
    for (Element at = element; at != null; at = at.getParentElement()) {
      String base = at.getAttributeValue("base", Namespace.XML_NAMESPACE);
      if (base != null) {
        bases.add(base);
      }
    }
    Collections.reverse(bases);
    URI result = document;
    for (String base : bases) {
      result = WebAddress.resolve(result, base).orElse(result);
    }
    return result;
  }

  private Stream<String> text(String name) {
    return children(name).map(Element::getText).filter(Objects::nonNull);
  }

  /// Children of this name in any namespace; RSS's own names first.
  private Stream<Element> children(String name) {
    return element.getChildren().stream()
        .filter(child -> child.getName().toLowerCase(Locale.ROOT).equals(name))
        .sorted((one, other) -> Boolean.compare(isForeign(one), isForeign(other)));
  }

  private boolean isForeign(Element child) {
    return !child.getNamespace().equals(element.getNamespace());
  }
}
