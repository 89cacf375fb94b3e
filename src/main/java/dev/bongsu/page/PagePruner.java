package dev.bongsu.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Takes the furniture out of a page before its body is looked for.
final class PagePruner {
  private static final String NEVER_TEXT =
      "script, style, noscript, template, iframe, frame, object, embed, svg, canvas, video, audio,"
          + " marquee, button, select, option, input, textarea, datalist";
  private static final String FURNITURE =
      "nav, aside, footer, figcaption, menu, dialog, [hidden], [aria-hidden=true],"
          + " [role=navigation], [role=complementary], [role=banner], [role=contentinfo],"
          + " [role=dialog], [role=menu], [role=search], [style*=display:none], [style*=display:"
          + " none], [style*=visibility:hidden]";

  private static final String HEADINGS = "h2, h3, h4, h5, h6, strong, b, dt, p, span, em";
  private static final int LONGEST_HEADING = 40;
  private static final int MOST_TEXT_IN_BOX = 60;

  /// So many children of one parent are removed at once.
  private static final int MANY = 20;

  private static final String ARTICLE =
      "main, article h1, [itemprop=articleBody], [itemprop=headline], .hentry .entry-content";

  private PagePruner() {}

  /// Removes furniture from the page in place. An element that holds more than a third of the
  /// page's unlinked text stays, whatever it calls itself, unless it is there for comments or
  /// consent; a form that holds more than a quarter is unwrapped, since old pages are one form from
  /// top to bottom.
  static void prune(Document page) {
    remove(page.select(NEVER_TEXT));
    TextLengths lengths = new TextLengths();
    page.traverse(lengths);
    int all = lengths.of(page);
    remove(furniture(page, lengths, all));
    remove(boxes(page, lengths));
    for (Element form : page.select("form").reversed()) {
      if (lengths.of(form) * 4 > all) {
        form.unwrap();
      } else {
        form.remove();
      }
    }
  }

  private static List<Element> furniture(Document page, TextLengths lengths, int all) {
    Set<Element> around = around(page);
    FurnitureNames names = new FurnitureNames(all);
    return Stream.concat(
            page.select(FURNITURE).stream().filter(element -> lengths.of(element) * 3 <= all),
            page.select("[class], [id]").stream()
                .filter(element -> lengths.of(element) <= names.limit(element)))
        .filter(element -> !around.contains(element))
        .toList();
  }

  /// Boxes with links to other articles, which may stand in the middle of the text: a heading that
  /// says so, and next to nothing but links beside it.
  private static List<Element> boxes(Document page, TextLengths lengths) {
    return page.select(HEADINGS).stream()
        .filter(heading -> heading.childNodeSize() <= 2)
        .filter(heading -> lengths.of(heading) <= LONGEST_HEADING)
        .filter(heading -> FurnitureLines.isStopHeading(heading.text()))
        .map(Element::parent)
        .filter(Objects::nonNull)
        .filter(box -> !box.nameIs("body") && lengths.of(box) <= MOST_TEXT_IN_BOX)
        .distinct()
        .toList();
  }

  /// Takes elements out of their page. Many of one parent go at once: one by one, each would be
  /// looked for among all its brothers (11 s for 200 000 inputs).
  static void remove(List<Element> elements) {
    IdentityHashMap<Element, Set<Node>> byParent = new IdentityHashMap<>();
    for (Element element : elements) {
      Element parent = element.parent();
      if (parent != null) {
        byParent.computeIfAbsent(parent, _ -> identitySet()).add(element);
      }
    }
    byParent.forEach(PagePruner::removeAll);
  }

  private static void removeAll(Element parent, Set<Node> children) {
    if (children.size() < MANY) {
      children.forEach(Node::remove);
      return;
    }
    List<Node> kept =
        parent.childNodes().stream().filter(child -> !children.contains(child)).toList();
    parent.empty();
    parent.appendChildren(kept);
  }

  private static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /// What holds the page's article: nothing of it is furniture, whatever it calls itself.
  private static Set<Element> around(Document page) {
    Set<Element> around = identitySet();
    Stream.concat(page.select(ARTICLE).stream(), Stream.of(page.body()))
        .forEach(inner -> addUpwards(inner, around));
    return around;
  }

  private static void addUpwards(Element inner, Set<Element> around) {
    for (Element element = inner; element != null && around.add(element); ) {
      element = element.parent();
    }
  }

  /// How much text outside links each element holds, counted in one walk.
  private static final class TextLengths implements NodeVisitor {
    private final Map<Node, Integer> lengths = new HashMap<>();
    private int links;
    private int read;

    int of(Element element) {
      return lengths.getOrDefault(element, 0);
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && links == 0) {
        read += PageLines.tidy(words.getWholeText()).length();
      } else if (node instanceof Element element) {
        links += element.nameIs("a") ? 1 : 0;
        lengths.put(node, -read);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        links -= element.nameIs("a") ? 1 : 0;
        lengths.merge(node, read, Integer::sum);
      }
    }
  }
}
