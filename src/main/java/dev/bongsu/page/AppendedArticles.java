package dev.bongsu.page;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Further articles on an article's page, as endless pages load them.
final class AppendedArticles {
  private static final int MAX_LEVELS = 6;

  private AppendedArticles() {}

  /// Removes what is built exactly as the element around the headline and has a headline of its
  /// own. Does nothing on a page that does not show the title as a heading.
  static void remove(Document page, String title) {
    Element heading = heading(page, title);
    if (heading == null) {
      return;
    }
    Element around = heading.parent();
    for (int level = 0; level < MAX_LEVELS && around != null && !isRoot(around); level++) {
      PagePruner.remove(similarSiblings(around, heading));
      around = around.parent();
    }
  }

  private static @Nullable Element heading(Document page, String title) {
    String letters = Headline.lettersAndDigits(title);
    return letters.isEmpty()
        ? null
        : page.select("h1, h2, h3").stream()
            .filter(heading -> Headline.lettersAndDigits(heading.text()).equals(letters))
            .findFirst()
            .orElse(null);
  }

  private static List<Element> similarSiblings(Element around, Element heading) {
    Element parent = around.parent();
    return parent == null || (around.className().isBlank() && !around.nameIs("article"))
        ? List.of()
        : parent.children().stream()
            .filter(sibling -> !sibling.equals(around) && isAlike(sibling, around))
            .filter(sibling -> sibling.selectFirst(heading.normalName()) != null)
            .toList();
  }

  private static boolean isAlike(Element one, Element other) {
    return one.nameIs(other.normalName()) && one.className().equals(other.className());
  }

  private static boolean isRoot(Element element) {
    return element.nameIs("body") || element.nameIs("html");
  }
}
