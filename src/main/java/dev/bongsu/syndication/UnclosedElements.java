package dev.bongsu.syndication;

import java.util.List;
import java.util.Set;
import org.jdom2.Content;
import org.jdom2.Element;

/// Moves out what an element holds only because nothing closes it: `<atom:link href="…"><item>`
/// makes the items children of the link, where nobody looks for them.
final class UnclosedElements {
  /// Elements without content, by their specification.
  private static final Set<String> EMPTY_ELEMENTS =
      Set.of("link", "enclosure", "thumbnail", "cloud");

  /// The elements that items may stand in.
  private static final Set<String> LISTS = Set.of("rss", "rdf", "channel", "items", "feed");

  private UnclosedElements() {}

  /// Moves items, and whatever follows them, to the nearest list around them, and the children of
  /// an empty element behind it. Leaves the inside of items alone otherwise.
  static void moveOut(Element root) {
    moveOut(root, isItem(root));
  }

  private static void moveOut(Element parent, boolean insideItem) {
    for (int i = 0; i < parent.getContentSize(); i++) {
      if (parent.getContent(i) instanceof Element child) {
        boolean item = insideItem || isItem(child);
        moveOut(child, item);
        int from = firstMisplaced(child, item);
        if (from < child.getContentSize()) {
          parent.addContent(i + 1, removeFrom(child, from));
        }
      }
    }
  }

  /// Removes content in one step, because JDOM shifts the rest at each single removal.
  private static List<Content> removeFrom(Element element, int from) {
    List<Content> all = element.removeContent();
    element.addContent(all.subList(0, from));
    return all.subList(from, all.size());
  }

  private static int firstMisplaced(Element element, boolean insideItem) {
    boolean empty = isEmptyElement(element);
    boolean list = insideItem || LISTS.contains(JdomElements.localName(element));
    for (int i = 0; i < element.getContentSize() && (empty || !list); i++) {
      if (element.getContent(i) instanceof Element child && (empty || isItem(child))) {
        return i;
      }
    }
    return element.getContentSize();
  }

  private static boolean isEmptyElement(Element element) {
    String name = JdomElements.localName(element);
    return EMPTY_ELEMENTS.contains(name)
        || (name.equals("image") && JdomElements.attribute(element, "href") != null);
  }

  private static boolean isItem(Element element) {
    String name = JdomElements.localName(element);
    return name.equals("item") || name.equals("entry");
  }
}
