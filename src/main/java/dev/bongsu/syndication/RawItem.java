package dev.bongsu.syndication;

import dev.bongsu.http.WebAddress;
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
import org.jdom2.CDATA;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// What ROME does not tell of an item: the date as it was written, whether the id is its own, and
/// the base of its links.
record RawItem(Element element) {
  /// The best first, in lower case.
  static final List<String> DATES =
      List.of(
          "pubdate",
          "published",
          "issued",
          "date",
          "created",
          "updated",
          "modified",
          "lastbuilddate");

  static final List<String> DATES_OF_FEED =
      List.of("pubdate", "lastbuilddate", "date", "updated", "modified");
  private static final String IANA = "http://www.iana.org/assignments/relation/";

  /// Not ROME's: it would try a dozen formats on each date, and nobody asks it for one.
  private static final Namespace OURS = Namespace.getNamespace("ours", "urn:bongsu:date");

  /// Copies the dates of an element of the publisher's to one of a shape.
  ///
  /// @param names in lower case, the best first
  static void copyDates(List<String> names, Element from, Element to) {
    names.stream()
        .flatMap(name -> Elements.children(from, name))
        .map(date -> new Element(Elements.name(date), OURS).setText(date.getValue()))
        .forEach(to::addContent);
  }

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
        .flatMap(feed -> feed.links(RawItem::isAlternate).flatMap(link -> link.resolve(base)))
        .findFirst()
        .orElse(null);
  }

  /// Where the document says it is to be found; null if it does not.
  static @Nullable URI self(Element root, URI base) {
    return feedLevel(root)
        .map(RawItem::new)
        .flatMap(feed -> feed.links(link -> hasRelation(link, "self")))
        .flatMap(link -> link.resolve(base))
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

  static boolean hasTitleOfFeedInCdata(Element root) {
    return feedLevel(root).map(RawItem::new).anyMatch(RawItem::hasTitleInCdata);
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
    return Stream.of(links(RawItem::isAlternate), permalink(), elsewhere())
        .flatMap(Function.identity())
        .flatMap(link -> link.resolve(base))
        .findFirst()
        .orElse(null);
  }

  /// An address as it is written, and where: `xml:base` may stand on each element around it.
  private record Written(Element place, String address) {
    Stream<URI> resolve(URI document) {
      return WebAddress.resolve(base(place, document), address.replace("&amp;", "&")).stream();
    }
  }

  /// Pages first: Atom also links to the entry in other forms.
  private Stream<Written> links(Predicate<Element> which) {
    return Elements.children(element, "link")
        .filter(which)
        .sorted((one, other) -> Boolean.compare(isPage(other), isPage(one)))
        .map(
            link ->
                new Written(
                    link,
                    Optional.ofNullable(Elements.attribute(link, "href")).orElse(link.getText())));
  }

  private static boolean isAlternate(Element link) {
    String relation = Elements.attribute(link, "rel");
    return relation == null || relation.isBlank() || hasRelation(link, "alternate");
  }

  private static boolean hasRelation(Element link, String name) {
    String relations = Objects.requireNonNullElse(Elements.attribute(link, "rel"), "");
    return List.of(relations.toLowerCase(Locale.ROOT).replace(IANA, "").strip().split("\\s+"))
        .contains(name);
  }

  private static boolean isPage(Element link) {
    String type = Elements.attribute(link, "type");
    return type == null || type.contains("html");
  }

  private Stream<Written> permalink() {
    Stream<Written> guids =
        Elements.children(element, "guid")
            .filter(RawItem::isPermalink)
            .map(guid -> new Written(guid, guid.getText()));
    Stream<Written> ids =
        Stream.concat(text("id"), about())
            .filter(RawItem::isAbsolute)
            .map(id -> new Written(element, id));
    return Stream.concat(guids, ids);
  }

  /// One that says so may be relative; one that says nothing is often no address at all.
  private static boolean isPermalink(Element guid) {
    String says = Objects.requireNonNullElse(Elements.attribute(guid, "ispermalink"), "").strip();
    return says.equalsIgnoreCase("true") || (says.isEmpty() && isAbsolute(guid.getText()));
  }

  private static boolean isAbsolute(String id) {
    return id.strip().regionMatches(true, 0, "http", 0, 4);
  }

  /// The text itself, if an entry has it in another place, and the address that a counting service
  /// replaced.
  private Stream<Written> elsewhere() {
    Stream<Written> contents =
        Elements.children(element, "content")
            .filter(content -> element.getName().equals("entry") && isPage(content))
            .flatMap(
                content ->
                    Stream.ofNullable(Elements.attribute(content, "src"))
                        .map(src -> new Written(content, src)));
    return Stream.concat(contents, text("origlink").map(address -> new Written(element, address)));
  }

  private static URI base(Element place, URI document) {
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
    return Elements.children(element, name).map(Element::getValue);
  }
}
