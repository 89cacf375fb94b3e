package dev.bongsu.syndication;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/// Finds things in the trees of publishers who are careless about case and namespaces.
final class JdomElements {
  private static final int SAME_NAMESPACE = 0;
  private static final int NO_NAMESPACE = 1;
  private static final int OTHER_NAMESPACE = 2;

  private JdomElements() {}

  /// The local name in lower case.
  static String localName(Element element) {
    return element.getName().toLowerCase(Locale.ROOT);
  }

  /// Children of this name in any namespace: their parent's first, others in document order.
  ///
  /// @param name local, in lower case
  static Stream<Element> children(Element parent, String name) {
    return parent.getChildren().stream()
        .filter(child -> localName(child).equals(name))
        .sorted(Comparator.comparingInt(child -> namespaceDistance(parent, child)));
  }

  private static int namespaceDistance(Element parent, Element child) {
    if (child.getNamespace().equals(parent.getNamespace())) {
      return SAME_NAMESPACE;
    }
    return child.getNamespaceURI().isEmpty() ? NO_NAMESPACE : OTHER_NAMESPACE;
  }

  /// The first of these children, by the order of the names.
  static Optional<Element> first(Element parent, String... names) {
    return Stream.of(names).flatMap(name -> children(parent, name)).findFirst();
  }

  /// An attribute by its name in lower case; null if there is none.
  static @Nullable String attribute(Element element, String name) {
    return element.getAttributes().stream()
        .filter(attribute -> attribute.getName().toLowerCase(Locale.ROOT).equals(name))
        .map(Attribute::getValue)
        .findFirst()
        .orElse(null);
  }

  /// What is inside: its letters, or its markup as it is written.
  static String innerContent(Element element) {
    return element.getChildren().isEmpty()
        ? element.getText()
        : new XMLOutputter(Format.getRawFormat()).outputElementContentString(element);
  }

  /// A new element that inherits `xml:base` and `xml:lang` of others, the later winning.
  static Element createInheriting(String name, List<Element> others) {
    Element element = new Element(name);
    others.stream()
        .flatMap(other -> other.getAttributes().stream())
        .filter(attribute -> attribute.getNamespacePrefix().equals("xml"))
        .forEach(attribute -> element.setAttribute(attribute.clone()));
    return element;
  }
}
