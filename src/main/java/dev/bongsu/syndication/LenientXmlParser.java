package dev.bongsu.syndication;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.CDATA;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.IllegalAddException;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A tree of what is not well-formed: tags that nothing closes or that close in the wrong order,
/// attributes without quotes or twice, prefixes that nothing declares. jsoup reads it.
final class LenientXmlParser {
  private static final String XMLNS = "xmlns";
  private static final int MAX_DEPTH = 200;

  /// HTML's elements that nothing closes: in XML each would hold all that follows.
  static final Set<String> VOID_ELEMENTS = Set.of("br", "hr", "img", "input", "wbr");

  private static final List<String> TEXT_ELEMENTS =
      List.of("title", "link", "guid", "pubDate", "author", "category", "comments");

  private static final Set<String> ITEM_ELEMENTS =
      Set.of("item", "title", "link", "guid", "pubdate", "description", "enclosure", "category");

  private static final Pattern UNCLOSED_VOID_ELEMENT =
      Pattern.compile("<(" + String.join("|", VOID_ELEMENTS) + ")(\\s[^<>]*)?(?<!/)>");

  private LenientXmlParser() {}

  /// Reads a document; null if there is no element in it, or too many in each other.
  static @Nullable Document parse(String text) {
    String closed = UNCLOSED_VOID_ELEMENT.matcher(text).replaceAll(tag -> selfClosing(tag.group()));
    org.jsoup.nodes.Element root = Jsoup.parse(closed, "", Parser.xmlParser()).children().first();
    if (root == null || depth(root) > MAX_DEPTH) {
      return null;
    }
    TEXT_ELEMENTS.forEach(
        leaf -> root.getElementsByTag(leaf).forEach(LenientXmlParser::moveOutNestedElements));
    return new Document(toJdom(root));
  }

  /// Moves out what an element of plain text cannot hold, and all behind it: its end was misspelt.
  private static void moveOutNestedElements(org.jsoup.nodes.Element leaf) {
    leaf.children().stream()
        .filter(child -> ITEM_ELEMENTS.contains(child.normalName()))
        .findFirst()
        .ifPresent(
            first -> {
              List<Node> nodes = leaf.childNodes();
              List<Node> moved = List.copyOf(nodes.subList(first.siblingIndex(), nodes.size()));
              Node last = leaf;
              for (Node node : moved) {
                last.after(node);
                last = node;
              }
            });
  }

  private static String selfClosing(String tag) {
    return Matcher.quoteReplacement(tag.substring(0, tag.length() - 1) + "/>");
  }

  private static int depth(org.jsoup.nodes.Element root) {
    int[] deepest = {0};
    root.traverse((_, depth) -> deepest[0] = Math.max(deepest[0], depth));
    return deepest[0];
  }

  private static Element toJdom(org.jsoup.nodes.Element raw) {
    Element element = new Element(localName(raw.tagName()), namespace(raw));
    for (Attribute attribute : raw.attributes()) {
      try {
        copyAttribute(element, attribute);
      } catch (IllegalAddException _) {
        // its prefix means something else on this element: left out, the feed is worth more
      }
    }
    for (Node child : raw.childNodes()) {
      switch (child) {
        case CDataNode letters -> element.addContent(new CDATA(letters.getWholeText()));
        case TextNode letters -> element.addContent(letters.getWholeText());
        case org.jsoup.nodes.Element inner -> element.addContent(toJdom(inner));
        default -> {
          // comments and instructions say nothing
        }
      }
    }
    return element;
  }

  private static String localName(String name) {
    String local = name.substring(name.lastIndexOf(':') + 1);
    return Verifier.checkElementName(local) == null ? local : "unreadable";
  }

  private static Namespace namespace(org.jsoup.nodes.Element raw) {
    String name = raw.tagName();
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String address = namespaceUri(raw, prefix).strip();
    if (prefix.regionMatches(true, 0, "xml", 0, 3)) {
      return Namespace.NO_NAMESPACE;
    }
    if (Verifier.checkNamespacePrefix(prefix) != null
        || Verifier.checkURI(address) != null
        || Verifier.checkNamespaceURI(address) != null) {
      return Namespace.NO_NAMESPACE;
    }
    return address.isEmpty() ? Namespace.NO_NAMESPACE : Namespace.getNamespace(prefix, address);
  }

  private static String namespaceUri(org.jsoup.nodes.Element raw, String prefix) {
    String name = prefix.isEmpty() ? XMLNS : XMLNS + ":" + prefix;
    for (org.jsoup.nodes.Element at = raw; at != null; at = at.parent()) {
      if (at.hasAttr(name)) {
        return at.attr(name);
      }
    }
    return prefix.isEmpty() ? "" : FeedNamespaces.undeclared(prefix);
  }

  private static void copyAttribute(Element element, Attribute attribute) {
    String name = attribute.getKey();
    String value = attribute.getValue();
    if (Verifier.checkCharacterData(value) != null) {
      return;
    }
    if (name.startsWith("xml:")) {
      element.setAttribute(localName(name), value, Namespace.XML_NAMESPACE);
    } else if (name.endsWith(":about")) {
      element.setAttribute("about", value, FeedNamespaces.RDF);
    } else if (!name.startsWith(XMLNS) && Verifier.checkAttributeName(localName(name)) == null) {
      element.setAttribute(localName(name), value);
    }
  }
}
