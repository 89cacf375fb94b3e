package dev.bongsu.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  /// Words of class and id attributes. "paywall" and "hidden" are left out on purpose: `hidden-xs`
  /// and the like stand on whole bodies.
  private static final Set<String> FURNITURE_WORDS =
      Set.of(
          "share",
          "sharing",
          "sns",
          "social",
          "related",
          "relation",
          "caption",
          "byline",
          "promo",
          "promotion",
          "consent",
          "cookie",
          "cookies",
          "gdpr",
          "newsletter",
          "sponsor",
          "sponsors",
          "sponsored",
          "ad",
          "ads",
          "adv",
          "advert",
          "adverts",
          "advertisement",
          "banner",
          "banners",
          "comment",
          "comments",
          "reply",
          "breadcrumb",
          "breadcrumbs",
          "gnb",
          "lnb",
          "navbar",
          "nav",
          "navigation",
          "menu",
          "footer",
          "sidebar",
          "popular",
          "ranking",
          "recommend",
          "recommended",
          "trending",
          "copyright",
          "popup",
          "modal",
          "outbrain",
          "taboola",
          "skip",
          "toolbar");

  private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private PagePruner() {}

  /// Removes furniture from the page in place. An element that holds more than a third of the
  /// page's unlinked text stays, whatever it calls itself; a form that holds more than a quarter is
  /// unwrapped, since old pages are one form from top to bottom.
  static void prune(Document page) {
    page.select(NEVER_TEXT).remove();
    TextLengths lengths = new TextLengths();
    page.traverse(lengths);
    int all = lengths.of(page);
    Stream.concat(
            page.select(FURNITURE).stream(),
            page.select("[class], [id]").stream().filter(PagePruner::isNamedFurniture))
        .filter(element -> lengths.of(element) * 3 <= all && !isRoot(element))
        .toList()
        .forEach(Element::remove);
    for (Element form : page.select("form")) {
      if (lengths.of(form) * 4 > all) {
        form.unwrap();
      } else {
        form.remove();
      }
    }
  }

  private static boolean isRoot(Element element) {
    return element.nameIs("html") || element.nameIs("body");
  }

  private static boolean isNamedFurniture(Element element) {
    String names = element.className() + " " + element.id();
    return Arrays.stream(WORD_BORDER.split(names, -1))
        .anyMatch(word -> FURNITURE_WORDS.contains(word.toLowerCase(Locale.ROOT)));
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
