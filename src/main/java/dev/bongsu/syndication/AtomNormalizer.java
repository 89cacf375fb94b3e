package dev.bongsu.syndication;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Verifier;

/// Atom of all versions as Atom 1.0, in which every text declares whether it is markup or plain
/// text.
final class AtomNormalizer {
  private static final Namespace ATOM = FeedNamespaces.ATOM;

  private AtomNormalizer() {}

  static FeedFormat normalize(Document tree) {
    Element root = tree.getRootElement();
    Element feed = JdomElements.createInheriting("feed", List.of(root)).setNamespace(ATOM);
    boolean alone = JdomElements.localName(root).equals("entry");
    if (!alone) {
      JdomElements.children(root, "title")
          .limit(1)
          .forEach(title -> feed.addContent(textConstruct(title)));
      copyLinks(root, feed);
      RawItem.copyDates(RawItem.FEED_DATE_TAGS, root, feed);
    }
    Stream<Element> entries = alone ? Stream.of(root) : entries(root);
    entries.forEach(entry -> feed.addContent(entry(entry)));
    tree.setRootElement(feed);
    return format(root);
  }

  /// One that nothing closes holds those behind it.
  private static Stream<Element> entries(Element parent) {
    return Stream.concat(
            JdomElements.children(parent, "entry"), JdomElements.children(parent, "item"))
        .flatMap(entry -> Stream.concat(Stream.of(entry), entries(entry)));
  }

  private static FeedFormat format(Element root) {
    String version = String.valueOf(root.getAttributeValue("version")).strip();
    boolean old =
        root.getNamespaceURI().toLowerCase(Locale.ROOT).contains("purl.org/")
            || version.startsWith("0.");
    return new FeedFormat(old ? "atom_0.3" : "atom_1.0");
  }

  private static Element entry(Element raw) {
    Element entry = JdomElements.createInheriting("entry", List.of(raw)).setNamespace(ATOM);
    JdomElements.children(raw, "title")
        .limit(1)
        .forEach(title -> entry.addContent(textConstruct(title)));
    summary(raw).ifPresent(summary -> entry.addContent(textConstruct(summary).setName("summary")));
    JdomElements.children(raw, "content")
        .filter(content -> JdomElements.attribute(content, "url") == null)
        .forEach(content -> entry.addContent(content(content)));
    copy(raw, entry, Stream.of("id", "guid"));
    copyLinks(raw, entry);
    ItemLinks.copyFiles(raw, entry);
    RawItem.copyDates(RawItem.ITEM_DATE_TAGS, raw, entry);
    JdomElements.children(raw, "category")
        .filter(category -> category.getAttribute("term") != null)
        .forEach(category -> entry.addContent(copyInAtomNamespace(category)));
    JdomElements.children(raw, "author").forEach(author -> entry.addContent(person(author)));
    RssNormalizer.copyDublinCore(raw, entry);
    return entry;
  }

  private static Optional<Element> summary(Element raw) {
    return JdomElements.first(raw, "summary").or(() -> RssNormalizer.groupDescription(raw));
  }

  private static void copy(Element from, Element to, Stream<String> names) {
    names
        .flatMap(name -> JdomElements.children(from, name))
        .forEach(child -> to.addContent(copyInAtomNamespace(child)));
  }

  /// ROME fails at a link without an address (seen with 2.1); some have theirs as text.
  private static void copyLinks(Element from, Element to) {
    JdomElements.children(from, "link")
        .filter(link -> !address(link).isBlank())
        .map(link -> copyInAtomNamespace(link).setAttribute("href", address(link)))
        .forEach(to::addContent);
  }

  private static String address(Element link) {
    String href = JdomElements.attribute(link, "href");
    return href == null ? link.getText() : href;
  }

  private static Element copyInAtomNamespace(Element element) {
    return element.clone().setNamespace(ATOM).setName(JdomElements.localName(element));
  }

  /// ROME reads what is in a name, an address and a mailbox; people also write the name bare.
  private static Element person(Element raw) {
    Element name = new Element("name", ATOM);
    name.setText(JdomElements.first(raw, "name").map(Element::getValue).orElseGet(raw::getText));
    return new Element("author", ATOM).addContent(name);
  }

  /// The text may be elsewhere (RFC 4287, 4.1.3.2). Of any type but text and XML it is in Base64
  /// (4.1.3.3).
  private static Element content(Element raw) {
    Element content = textConstruct(raw);
    String type = lowerCaseAttribute(raw, "type");
    boolean foreign = type.contains("/") && !type.startsWith("text/") && !type.contains("xml");
    if (foreign && raw.getChildren().isEmpty()) {
      content.setText(decoded(raw.getText()));
    }
    String source = JdomElements.attribute(raw, "src");
    return source == null ? content : content.setAttribute("src", source);
  }

  /// A text as `html` or `text`, which is also what any type means that is none of Atom's. Atom 0.3
  /// has a mode beside the type (escaped, xml, base64); Atom 1.0 says both in one word.
  private static Element textConstruct(Element raw) {
    String type = lowerCaseAttribute(raw, "type");
    boolean isMarkup = !raw.getChildren().isEmpty();
    boolean isHtml = isMarkup || type.contains("html") || type.contains("xml");
    boolean isEncoded = !isMarkup && lowerCaseAttribute(raw, "mode").equals("base64");
    return JdomElements.createInheriting(JdomElements.localName(raw), List.of(raw))
        .setNamespace(ATOM)
        .setAttribute("type", isHtml ? "html" : "text")
        .setText(isEncoded ? decoded(raw.getText()) : JdomElements.innerContent(raw));
  }

  private static String lowerCaseAttribute(Element element, String attribute) {
    String value = JdomElements.attribute(element, attribute);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  /// What the letters encode; they themselves if that is no text.
  private static String decoded(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Verifier.checkCharacterData(decoded) == null ? decoded : text;
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return text;
    }
  }
}
