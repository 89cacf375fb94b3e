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
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// Takes the boilerplate out of a page before its body is looked for.
final class PagePruner {
  private static final String NON_TEXT_SELECTOR =
      "script, style, noscript, template, iframe, frame, object, embed, svg, canvas, video, audio,"
          + " marquee, button, select, option, input, textarea, datalist, rt, rp";
  private static final String BOILERPLATE_SELECTOR =
      "nav, aside, footer, figcaption, menu, dialog, [hidden], [aria-hidden=true],"
          + " [role=navigation], [role=complementary], [role=banner], [role=contentinfo],"
          + " [role=dialog], [role=menu], [role=search], [style*=display:none], [style*=display:"
          + " none], [style*=visibility:hidden]";

  private static final Set<String> INLINE =
      Set.of("a", "abbr", "b", "cite", "em", "i", "mark", "q", "span", "strong", "u");
  private static final Evaluator HIDDEN =
      Selector.evaluatorOf(
          "[hidden], [aria-hidden=true], [style*=display:none], [style*=display: none],"
              + " [style*=visibility:hidden], .sr-only, .noprint, [class*=screen-reader],"
              + " [class*=visually-hidden], [class*=visuallyhidden]");

  /// What stands beside a word of a sentence; a separator or `By` is shorter.
  private static final int MIN_LETTERS_BESIDE = 6;

  private static final String HEADING_SELECTOR = "h2, h3, h4, h5, h6, strong, b, dt, p, span, em";
  private static final int MAX_HEADING_LENGTH = 40;
  private static final int MAX_TEXT_IN_BOX = 60;

  /// So many children of one parent are removed at once.
  private static final int BULK_REMOVAL_THRESHOLD = 20;

  private static final String ARTICLE_SELECTOR =
      "main, article h1, [itemprop=articleBody], [itemprop=headline], .hentry .entry-content";

  private PagePruner() {}

  /// Removes boilerplate from the page in place. An element that holds more than a third of the
  /// page's unlinked text stays, whatever it calls itself, unless it is there for comments or
  /// consent; a form that holds more than a quarter is unwrapped, since old pages are one form from
  /// top to bottom.
  static void prune(Document page) {
    remove(page.select(NON_TEXT_SELECTOR));
    remove(hiddenInLinks(page));
    TextLengths lengths = new TextLengths();
    page.traverse(lengths);
    int all = lengths.of(page);
    remove(boilerplate(page, lengths, all));
    remove(relatedArticleBoxes(page, lengths));
    for (Element form : page.select("form").reversed()) {
      if (lengths.of(form) * 4 > all) {
        form.unwrap();
      } else {
        form.remove();
      }
    }
  }

  /// Notes for screen readers such as `opens new tab`.
  private static List<Element> hiddenInLinks(Document page) {
    return page.select(HIDDEN).stream()
        .filter(element -> !element.nameIs("a") && element.closest("a") != null)
        .toList();
  }

  private static List<Element> boilerplate(Document page, TextLengths lengths, int all) {
    Set<Element> around = ancestorsOfArticle(page);
    BoilerplateClassNames names = new BoilerplateClassNames(all);
    return Stream.concat(
            page.select(BOILERPLATE_SELECTOR).stream()
                .filter(element -> lengths.of(element) * 3 <= all),
            page.select("[class], [id]").stream()
                .filter(element -> lengths.of(element) <= names.maxTextLength(element)))
        .filter(element -> !around.contains(element))
        .filter(element -> !isPartOfSentence(element))
        .toList();
  }

  /// Whether an element is some words of a longer text, such as a link: that its name says `tag` or
  /// `keyword` makes it no boilerplate. What is hidden is no part of what one reads.
  private static boolean isPartOfSentence(Element element) {
    return INLINE.contains(element.normalName())
        && (isWords(element.previousSibling()) || isWords(element.nextSibling()))
        && !element.is(HIDDEN);
  }

  private static boolean isWords(@Nullable Node node) {
    return node instanceof TextNode text
        && text.getWholeText().codePoints().filter(Character::isLetter).count()
            >= MIN_LETTERS_BESIDE;
  }

  /// Boxes with links to other articles, which may stand in the middle of the text: a heading that
  /// says so, and next to nothing but links beside it.
  private static List<Element> relatedArticleBoxes(Document page, TextLengths lengths) {
    return page.select(HEADING_SELECTOR).stream()
        .filter(heading -> heading.childNodeSize() <= 2)
        .filter(heading -> lengths.of(heading) <= MAX_HEADING_LENGTH)
        .filter(heading -> BoilerplateLines.isStopHeading(heading.text()))
        .map(Element::parent)
        .filter(Objects::nonNull)
        .filter(box -> !box.nameIs("body") && lengths.of(box) <= MAX_TEXT_IN_BOX)
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
    if (children.size() < BULK_REMOVAL_THRESHOLD) {
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

  /// What holds the page's article: none of it is boilerplate, whatever its class name.
  private static Set<Element> ancestorsOfArticle(Document page) {
    Set<Element> around = identitySet();
    Stream.concat(page.select(ARTICLE_SELECTOR).stream(), Stream.of(page.body()))
        .forEach(inner -> addAncestors(inner, around));
    return around;
  }

  private static void addAncestors(Element inner, Set<Element> around) {
    for (Element element = inner; element != null && around.add(element); ) {
      element = element.parent();
    }
  }

  /// How much text outside links each element holds, counted in one walk.
  private static final class TextLengths implements NodeVisitor {
    private final Map<Node, Integer> lengths = new HashMap<>();
    private int linkDepth;
    private int unlinkedLength;

    int of(Element element) {
      return lengths.getOrDefault(element, 0);
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && linkDepth == 0) {
        unlinkedLength += PageLines.normalizeWhitespace(words.getWholeText()).length();
      } else if (node instanceof Element element) {
        linkDepth += element.nameIs("a") ? 1 : 0;
        lengths.put(node, -unlinkedLength);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        linkDepth -= element.nameIs("a") ? 1 : 0;
        lengths.merge(node, unlinkedLength, Integer::sum);
      }
    }
  }
}
