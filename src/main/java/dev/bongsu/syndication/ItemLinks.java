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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// The addresses in an item or in a feed's head.
final class ItemLinks {
  private static final String IANA_RELATION_PREFIX = "http://www.iana.org/assignments/relation/";

  /// A namespace unknown to ROME, which reads only the sizes of media.
  private static final Namespace MEDIA_NAMESPACE =
      Namespace.getNamespace("file", "urn:bongsu:media");

  private static final Pattern IMAGE =
      Pattern.compile(
          "image/?.*|.*\\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?", Pattern.CASE_INSENSITIVE);

  /// What people write before an address by mistake: a scheme twice, or not quite.
  private static final Pattern SCHEME_TWICE = Pattern.compile("(?i)^https?:/*(?=https?:?//)");

  private static final Pattern SCHEME_MISSPELT = Pattern.compile("(?i)^(https?)(?://|:/?)(?!/)");

  /// A relative address as a guid; a bare number or word is none.
  private static final Pattern RELATIVE_PAGE =
      Pattern.compile("(?i)[^:]*/.*|\\?.*|[^:]+\\.(?:x?html?|php|aspx?|jsp)(?:[?#].*)?");

  private ItemLinks() {}

  /// The page of an item: its link, or else an id that is one, or else the file that it is about.
  static @Nullable URI page(Element item, URI base) {
    return Stream.of(
            links(item, ItemLinks::isAlternate),
            permalink(item),
            alternativeLinks(item),
            links(item, link -> hasRelation(link, "enclosure")),
            files(item),
            contents(item))
        .flatMap(Function.identity())
        .flatMap(link -> link.resolve(base))
        .findFirst()
        .orElse(null);
  }

  static Stream<URI> alternate(Element feed, URI base) {
    return links(feed, ItemLinks::isAlternate).flatMap(link -> link.resolve(base));
  }

  static Stream<URI> self(Element feed, URI base) {
    return links(feed, link -> hasRelation(link, "self")).flatMap(link -> link.resolve(base));
  }

  /// Copies the addresses of the files of a publisher's item, sounds and films before images.
  static void copyFiles(Element from, Element to) {
    Stream.concat(
            JdomElements.children(from, "enclosure"),
            Stream.concat(Stream.of(from), JdomElements.children(from, "group"))
                .flatMap(place -> mediaContents(place)))
        .filter(file -> !address(file, "url").isBlank())
        .sorted((one, other) -> Boolean.compare(isImage(one), isImage(other)))
        .map(file -> copyOf(file))
        .forEach(to::addContent);
  }

  private static Stream<Element> mediaContents(Element place) {
    return JdomElements.children(place, "content")
        .filter(content -> JdomElements.attribute(content, "url") != null);
  }

  private static Element copyOf(Element file) {
    return JdomElements.createInheriting("file", List.of(file))
        .setNamespace(MEDIA_NAMESPACE)
        .setText(address(file, "url"));
  }

  private static boolean isImage(Element file) {
    return Stream.of("type", "medium", "url")
        .anyMatch(name -> IMAGE.matcher(address(file, name)).matches());
  }

  private static Stream<LinkReference> files(Element item) {
    return item.getChildren("file", MEDIA_NAMESPACE).stream()
        .map(file -> new LinkReference(file, file.getText()));
  }

  private static String address(Element element, String attribute) {
    return Objects.requireNonNullElse(JdomElements.attribute(element, attribute), "").strip();
  }

  /// An address as it is written, and where: `xml:base` may stand on each element around it.
  private record LinkReference(Element context, String address) {
    Stream<URI> resolve(URI document) {
      return WebAddress.resolve(baseUri(context, document), corrected(address)).stream();
    }

    private static String corrected(String written) {
      String address = SCHEME_TWICE.matcher(written.strip().replace("&amp;", "&")).replaceFirst("");
      address = SCHEME_MISSPELT.matcher(address).replaceFirst("$1://");
      return address.regionMatches(true, 0, "www.", 0, 4) ? "https://" + address : address;
    }
  }

  /// Pages first: Atom also links to the entry in other forms.
  private static Stream<LinkReference> links(Element item, Predicate<Element> which) {
    return JdomElements.children(item, "link")
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

  private static Stream<LinkReference> permalink(Element item) {
    Stream<LinkReference> guids =
        JdomElements.children(item, "guid")
            .filter(ItemLinks::isPermalink)
            .map(guid -> new LinkReference(guid, guid.getText()));
    Stream<LinkReference> ids =
        Stream.concat(text(item, "id"), rdfAbout(item))
            .filter(ItemLinks::isAbsolute)
            .map(id -> new LinkReference(item, id));
    return Stream.concat(guids, ids);
  }

  /// One that says so may be relative; one that says nothing is often no address at all.
  private static boolean isPermalink(Element guid) {
    String says =
        Objects.requireNonNullElse(JdomElements.attribute(guid, "ispermalink"), "").strip();
    String id = guid.getText().strip();
    return says.equalsIgnoreCase("true")
        ? isAbsolute(id) || RELATIVE_PAGE.matcher(id).matches()
        : says.isEmpty() && isAbsolute(id);
  }

  private static boolean isAbsolute(String id) {
    return id.strip().regionMatches(true, 0, "http", 0, 4);
  }

  /// The text itself, if an entry has it in another place, and the address that a counting service
  /// replaced.
  private static Stream<LinkReference> alternativeLinks(Element item) {
    return Stream.concat(
        contents(item).filter(content -> isPage(content.context())),
        text(item, "origlink").map(address -> new LinkReference(item, address)));
  }

  private static Stream<LinkReference> contents(Element item) {
    return JdomElements.children(item, "content")
        .filter(content -> item.getName().equals("entry") && !address(content, "src").isEmpty())
        .map(content -> new LinkReference(content, address(content, "src")));
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

  /// The address that RDF gives an item.
  static Stream<String> rdfAbout(Element element) {
    return Stream.ofNullable(element.getAttributeValue("about", FeedNamespaces.RDF));
  }

  private static Stream<String> text(Element item, String name) {
    return JdomElements.children(item, name).map(Element::getValue);
  }
}
