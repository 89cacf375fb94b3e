package dev.bongsu.syndication;

import dev.bongsu.http.WebAddress;
import dev.bongsu.language.DateReader;
import dev.bongsu.language.WrittenDate;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// What ROME leaves out of an item: the date as it was written, whether the id is its own, and the
/// base of its links.
record RawItem(Element element) {
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
  private static final String IANA_RELATION_PREFIX = "http://www.iana.org/assignments/relation/";

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
    return feedElements(root)
        .flatMap(parent -> parent.getChildren().stream())
        .filter(child -> child.getName().equals("item") || child.getName().equals("entry"))
        .map(RawItem::new)
        .toList();
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
        .map(RawItem::new)
        .flatMap(feed -> feed.links(RawItem::isAlternate).flatMap(link -> link.resolve(base)))
        .findFirst()
        .orElse(null);
  }

  /// Where the document says it is to be found; null if it does not.
  static @Nullable URI selfLink(Element root, URI base) {
    return feedElements(root)
        .map(RawItem::new)
        .flatMap(feed -> feed.links(link -> hasRelation(link, "self")))
        .flatMap(link -> link.resolve(base))
        .findFirst()
        .orElse(null);
  }

  /// The publisher's own id; null if there is none.
  @Nullable String id() {
    return Stream.concat(text("guid"), Stream.concat(text("id"), rdfAbout()))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private Stream<String> rdfAbout() {
    return Stream.ofNullable(element.getAttributeValue("about", FeedNamespaces.RDF));
  }

  /// When it was published: the best of its dates that can be read.
  Optional<WrittenDate> date() {
    return ITEM_DATE_TAGS.stream()
        .flatMap(this::text)
        .flatMap(text -> DateReader.parse(text).stream())
        .findFirst();
  }

  /// Whether it says when it was published, readably or not.
  boolean hasDate() {
    return ITEM_DATE_TAGS.stream().flatMap(this::text).anyMatch(text -> !text.isBlank());
  }

  /// Its page: the link, or else an id that is one.
  ///
  /// @param base of links that are not absolute
  @Nullable URI link(URI base) {
    return Stream.of(links(RawItem::isAlternate), permalink(), alternativeLinks())
        .flatMap(Function.identity())
        .flatMap(link -> link.resolve(base))
        .findFirst()
        .orElse(null);
  }

  /// An address as it is written, and where: `xml:base` may stand on each element around it.
  private record LinkReference(Element context, String address) {
    Stream<URI> resolve(URI document) {
      return WebAddress.resolve(baseUri(context, document), address.replace("&amp;", "&")).stream();
    }
  }

  /// Pages first: Atom also links to the entry in other forms.
  private Stream<LinkReference> links(Predicate<Element> which) {
    return JdomElements.children(element, "link")
        .filter(which)
        .sorted((one, other) -> Boolean.compare(isPage(other), isPage(one)))
        .map(
            link ->
                new LinkReference(
                    link,
                    Optional.ofNullable(JdomElements.attribute(link, "href"))
                        .orElse(link.getText())));
  }

  private static boolean isAlternate(Element link) {
    String relation = JdomElements.attribute(link, "rel");
    return relation == null || relation.isBlank() || hasRelation(link, "alternate");
  }

  private static boolean hasRelation(Element link, String name) {
    String relations = Objects.requireNonNullElse(JdomElements.attribute(link, "rel"), "");
    return List.of(
            relations
                .toLowerCase(Locale.ROOT)
                .replace(IANA_RELATION_PREFIX, "")
                .strip()
                .split("\\s+"))
        .contains(name);
  }

  private static boolean isPage(Element link) {
    String type = JdomElements.attribute(link, "type");
    return type == null || type.contains("html");
  }

  private Stream<LinkReference> permalink() {
    Stream<LinkReference> guids =
        JdomElements.children(element, "guid")
            .filter(RawItem::isPermalink)
            .map(guid -> new LinkReference(guid, guid.getText()));
    Stream<LinkReference> ids =
        Stream.concat(text("id"), rdfAbout())
            .filter(RawItem::isAbsolute)
            .map(id -> new LinkReference(element, id));
    return Stream.concat(guids, ids);
  }

  /// One that says so may be relative; one that says nothing is often no address at all.
  private static boolean isPermalink(Element guid) {
    String says =
        Objects.requireNonNullElse(JdomElements.attribute(guid, "ispermalink"), "").strip();
    return says.equalsIgnoreCase("true") || (says.isEmpty() && isAbsolute(guid.getText()));
  }

  private static boolean isAbsolute(String id) {
    return id.strip().regionMatches(true, 0, "http", 0, 4);
  }

  /// The text itself, if an entry has it in another place, and the address that a counting service
  /// replaced.
  private Stream<LinkReference> alternativeLinks() {
    Stream<LinkReference> contents =
        JdomElements.children(element, "content")
            .filter(content -> element.getName().equals("entry") && isPage(content))
            .flatMap(
                content ->
                    Stream.ofNullable(JdomElements.attribute(content, "src"))
                        .map(src -> new LinkReference(content, src)));
    return Stream.concat(
        contents, text("origlink").map(address -> new LinkReference(element, address)));
  }

  private static URI baseUri(Element place, URI document) {
    List<String> bases = new ArrayList<>();
    for (Element at = place; at != null; at = at.getParentElement()) {
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
    return JdomElements.children(element, name).map(Element::getValue);
  }
}
