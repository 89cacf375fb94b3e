package dev.bongsu.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The element that its publisher names as the body: `itemprop=articleBody`, `entry-content`,
/// `newsct_article` …
final class DeclaredBody {
  private static final Pattern BODY_NAME =
      Pattern.compile(
          "(?:the|js|c|o|main|full|gz)?(?:article|story|post|entry|news|blog|release|detail|content|view"
              + "|report|press|single|markdown|node|rich|body)+(?:ct|cnt|main|full|inner|page|name)?"
              + "(?:body|content|contents|text|txt|cont|copy|article|detail|paragraphs|prose)"
              + "(?:wrap|wrapper|area|div|inner|container|contents|content|text|markup|div)?"
              + "|dicarea|fieldnamebody|bovcon|ttarticleuselesspmargin|contentsstyle|bodymarkup"
              + "|contnewstext|meteredcontent|bodytext|articlebodycontents|articleviewcontentdiv");

  /// Hold more than the body on most pages.
  private static final Set<String> NON_BODY_NAMES =
      Set.of("maincontent", "contentcontent", "bodycontent", "postarticle", "viewcontent");

  private static final int MAX_CANDIDATES = 400;

  /// Of two that nest, the inner one is taken if it holds so much of the outer one's prose.
  private static final double MIN_INNER_SHARE = 0.85;

  private static final Pattern WHITESPACE = Pattern.compile("\\s+");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

  private DeclaredBody() {}

  /// The lines of the declared body with most prose; empty if no declared body has any.
  static List<PageLines.Line> lines(Document page) {
    return innermostLargest(
        candidates(page).values().stream()
            .map(DeclaredElements::of)
            .filter(g -> g.prose > 0)
            .toList());
  }

  /// The lines of the first declared body, whatever it holds; empty if the page declares none.
  static List<PageLines.Line> firstDeclaredLines(Document page) {
    return candidates(page).values().stream()
        .map(DeclaredElements::of)
        .filter(group -> !group.lines.isEmpty())
        .findFirst()
        .map(DeclaredElements::lines)
        .orElse(List.of());
  }

  private static List<PageLines.Line> innermostLargest(List<DeclaredElements> groups) {
    int most = groups.stream().mapToInt(DeclaredElements::prose).max().orElse(0);
    return groups.stream()
        .filter(group -> group.prose >= MIN_INNER_SHARE * most)
        .min(Comparator.comparingInt(DeclaredElements::size))
        .map(DeclaredElements::lines)
        .orElse(List.of());
  }

  /// Elements by the name that declares them: one body may be cut into several by advertisements.
  private static Map<String, List<Element>> candidates(Document page) {
    Map<String, List<Element>> found = new LinkedHashMap<>();
    page.select("[itemprop=articleBody], [property=articleBody], [class], [id]").stream()
        .filter(element -> !element.nameIs("body") && !element.nameIs("html"))
        .forEach(element -> names(element).forEach(name -> add(found, name, element)));
    return found;
  }

  private static void add(Map<String, List<Element>> found, String name, Element element) {
    List<Element> same = found.computeIfAbsent(name, _ -> new ArrayList<>());
    if (same.size() < MAX_CANDIDATES && (same.isEmpty() || !isWithin(element, same.getLast()))) {
      same.add(element);
    }
  }

  /// Whether a class name or id says that its element is the body.
  static boolean isBodyName(String name) {
    return isBodyLetters(lettersOf(name));
  }

  private static String lettersOf(String name) {
    return NOT_LETTERS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static boolean isBodyLetters(String letters) {
    return BODY_NAME.matcher(letters).matches() && !NON_BODY_NAMES.contains(letters);
  }

  private static List<String> names(Element element) {
    String declared = element.attr("itemprop") + element.attr("property");
    String names =
        element.className()
            + " "
            + element.id()
            + (declared.equals("articleBody") ? " articleBody" : "");
    return WHITESPACE
        .splitAsStream(names.length() > 500 ? "" : names)
        .map(DeclaredBody::lettersOf)
        .filter(DeclaredBody::isBodyLetters)
        .distinct()
        .toList();
  }

  /// Whether a block is a container or stands in it.
  static boolean isWithin(Element block, Element container) {
    for (Element element = block; element != null; element = element.parent()) {
      if (element.equals(container)) {
        return true;
      }
    }
    return false;
  }

  /// The elements of one name.
  private record DeclaredElements(List<PageLines.Line> lines, int prose, int size) {
    static DeclaredElements of(List<Element> elements) {
      List<PageLines.Line> lines =
          elements.stream().flatMap(element -> PageLines.of(element).stream()).toList();
      int prose =
          lines.stream()
              .filter(line -> !line.isMostlyLink())
              .mapToInt(line -> Prose.proseLength(line.text()))
              .sum();
      return new DeclaredElements(
          lines, prose, lines.stream().mapToInt(line -> line.text().length()).sum());
    }
  }
}
