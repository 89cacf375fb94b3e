package dev.bongsu.feed;

import dev.bongsu.http.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.CDATA;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// What ROME does not tell of an item: the date as it was written, whether the id is its own, and
/// the base of its links.
record RawItem(Element element) {
  /// The best first, in lower case.
  static final List<String> DATES =
      List.of("pubdate", "published", "issued", "date", "created", "updated", "modified");

  static final List<String> DATES_OF_FEED =
      List.of("pubdate", "lastbuilddate", "date", "updated", "modified");
  private static final String IANA = "http://www.iana.org/assignments/relation/";

  /// The items of a feed in one of ROME's shapes ([FeedShape]), in document order.
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
        .filter(child -> DATES_OF_FEED.contains(Elements.name(child)))
        .flatMap(child -> FeedDate.parse(child.getText()).stream())
        .toList();
  }

  private static Stream<Element> feedLevel(Element root) {
    return Stream.concat(
        Stream.of(root),
        root.getChildren().stream().filter(child -> child.getName().equals("channel")));
  }

  /// The site a feed belongs to; null if it does not say.
  static @Nullable URI site(Element root, URI base) {
    return feedLevel(root)
        .map(RawItem::new)
        .flatMap(feed -> feed.links().flatMap(link -> feed.resolve(base, link)))
        .findFirst()
        .orElse(null);
  }

  /// The publisher's own id; null if there is none.
  @Nullable String id() {
    return Stream.concat(text("guid"), Stream.concat(text("id"), about()))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private Stream<String> about() {
    return Stream.ofNullable(element.getAttributeValue("about", RssShape.RDF));
  }

  /// Whether the title was written in a CDATA section, where nothing is escaped.
  boolean hasTitleInCdata() {
    return Elements.children(element, "title")
        .limit(1)
        .anyMatch(title -> title.getContent().stream().anyMatch(CDATA.class::isInstance));
  }

  /// When it was published: the best of its dates that can be read.
  Optional<FeedDate> date() {
    return DATES.stream()
        .flatMap(this::text)
        .flatMap(text -> FeedDate.parse(text).stream())
        .findFirst();
  }

  /// Whether it says when it was published, readably or not.
  boolean isDated() {
    return DATES.stream().flatMap(this::text).anyMatch(text -> !text.isBlank());
  }

  /// Its page: the link, or else an id that is one.
  ///
  /// @param base of links that are not absolute
  @Nullable URI link(URI base) {
    return Stream.concat(links(), permalink())
        .flatMap(link -> resolve(base, link))
        .findFirst()
        .orElse(null);
  }

  private Stream<URI> resolve(URI base, String link) {
    return WebAddress.resolve(base(base), link).stream();
  }

  /// Pages first: Atom also links to the entry in other forms.
  private Stream<String> links() {
    return Elements.children(element, "link")
        .filter(RawItem::isAlternate)
        .sorted((one, other) -> Boolean.compare(isPage(other), isPage(one)))
        .map(link -> Optional.ofNullable(Elements.attribute(link, "href")).orElse(link.getText()));
  }

  private static boolean isAlternate(Element link) {
    String relation = Elements.attribute(link, "rel");
    return relation == null
        || List.of("", "alternate").contains(relation.strip().replace(IANA, ""));
  }

  private static boolean isPage(Element link) {
    String type = Elements.attribute(link, "type");
    return type == null || type.contains("html");
  }

  private Stream<String> permalink() {
    Stream<String> guids =
        Elements.children(element, "guid")
            .filter(guid -> !"false".equalsIgnoreCase(Elements.attribute(guid, "ispermalink")))
            .map(Element::getText);
    return Stream.concat(guids, Stream.concat(text("id"), about()))
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
    return Elements.children(element, name).map(Element::getValue);
  }
}
