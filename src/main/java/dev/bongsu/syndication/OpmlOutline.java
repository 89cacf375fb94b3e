package dev.bongsu.syndication;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// One outline of an OPML list.
///
/// Most lists in the wild are not well-formed XML: bare ampersands, open outlines, attributes in
/// any case. The reader takes what it recognises.
///
/// @param title one line; blank if the list has none
/// @param address as written; blank for a folder or a link to a page
public record OpmlOutline(String title, String address) {
  private static final List<String> ADDRESS_NAMES = List.of("xmlurl", "feedurl", "url");
  private static final List<String> TITLE_NAMES = List.of("title", "text");
  private static final List<String> TYPE_NAMES = List.of("type");

  /// All outlines of a list, in its order, whatever their depth.
  public static List<OpmlOutline> readAll(String opml) {
    return Jsoup.parse(opml, "", Parser.xmlParser()).getElementsByTag("outline").stream()
        .map(OpmlOutline::of)
        .toList();
  }

  private static OpmlOutline of(Element element) {
    boolean isLink = attribute(element, TYPE_NAMES).equals("link");
    return new OpmlOutline(
        PlainText.oneLine(attribute(element, TITLE_NAMES)),
        isLink ? "" : attribute(element, ADDRESS_NAMES));
  }

  /// The first of these attributes, in whatever case; blank if there is none.
  private static String attribute(Element element, List<String> names) {
    return names.stream()
        .flatMap(name -> attributeValues(element, name))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private static Stream<String> attributeValues(Element element, String name) {
    return element.attributes().asList().stream()
        .filter(attribute -> attribute.getKey().toLowerCase(Locale.ROOT).equals(name))
        .map(Attribute::getValue);
  }
}
