package dev.bongsu.syndication;

import dev.bongsu.language.DateReader;
import dev.bongsu.language.WrittenDate;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// What ROME leaves out of an item: the date as it was written, whether the id is its own, and the
/// base of its links.
///
/// @param date when it was published: the best of its dates that can be read; null if none can
record RawItem(Element element, @Nullable WrittenDate date) {
  /// The best first, in lower case.
  static final List<String> ITEM_DATE_TAGS =
      List.of(
          "pubdate",
          "published",
          "issued",
          "date",
          "created",
          "updated",
          "modified",
          "lastbuilddate");

  static final List<String> FEED_DATE_TAGS =
      List.of("pubdate", "lastbuilddate", "date", "updated", "modified");

  /// A namespace unknown to ROME, which would try a dozen formats on each date in vain.
  private static final Namespace DATE_NAMESPACE = Namespace.getNamespace("ours", "urn:bongsu:date");

  /// Copies the dates of an element of the publisher's to one of a shape.
  ///
  /// @param names in lower case, the best first
  static void copyDates(List<String> names, Element from, Element to) {
    names.stream()
        .flatMap(name -> JdomElements.children(from, name))
        .map(
            date ->
                new Element(JdomElements.localName(date), DATE_NAMESPACE).setText(date.getValue()))
        .forEach(to::addContent);
  }

  /// The items of a feed in one of ROME's shapes ([FeedNormalizer]), in document order.
  static List<RawItem> of(Element root) {
    return elements(root).map(item -> new RawItem(item, dateOf(item))).toList();
  }

  /// Whether a feed in one of ROME's shapes has an item.
  static boolean existIn(Element root) {
    return elements(root).findAny().isPresent();
  }

  private static Stream<Element> elements(Element root) {
    return feedElements(root)
        .flatMap(parent -> parent.getChildren().stream())
        .filter(child -> child.getName().equals("item") || child.getName().equals("entry"));
  }

  /// The dates of the feed itself that can be read.
  static List<WrittenDate> feedDates(Element root) {
    return feedElements(root)
        .flatMap(parent -> parent.getChildren().stream())
        .filter(child -> FEED_DATE_TAGS.contains(JdomElements.localName(child)))
        .flatMap(child -> DateReader.parse(child.getText()).stream())
        .toList();
  }

  private static Stream<Element> feedElements(Element root) {
    return Stream.concat(
        Stream.of(root),
        root.getChildren().stream().filter(child -> child.getName().equals("channel")));
  }

  /// The site a feed belongs to; null if it does not say.
  static @Nullable URI siteLink(Element root, URI base) {
    return feedElements(root)
        .flatMap(feed -> ItemLinks.alternate(feed, base))
        .findFirst()
        .orElse(null);
  }

  /// Where the document says it is to be found; null if it does not.
  static @Nullable URI selfLink(Element root, URI base) {
    return feedElements(root).flatMap(feed -> ItemLinks.self(feed, base)).findFirst().orElse(null);
  }

  /// The publisher's own id; null if there is none.
  @Nullable String id() {
    return Stream.concat(text("guid"), Stream.concat(text("id"), ItemLinks.rdfAbout(element)))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable WrittenDate dateOf(Element item) {
    return ITEM_DATE_TAGS.stream()
        .flatMap(name -> JdomElements.children(item, name))
        .flatMap(date -> DateReader.parse(date.getValue()).stream())
        .findFirst()
        .orElse(null);
  }

  /// Where it is read; null if it does not say.
  ///
  /// @param base of links that are not absolute
  @Nullable URI link(URI base) {
    return ItemLinks.page(element, base);
  }

  private Stream<String> text(String name) {
    return JdomElements.children(element, name).map(Element::getValue);
  }
}
