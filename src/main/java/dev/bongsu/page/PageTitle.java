package dev.bongsu.page;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The headline of a page without the names of its site and section.
final class PageTitle {
  private static final int LONGEST_SITE_NAME = 40;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 300;

  /// The parts of a title are tried against the page; a headline has few separators of its own.
  private static final int MOST_PARTS = 8;

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[-|–—:<>·»«•]+\\s+|\\s*(?:\\||::|›)\\s*|:\\s+");
  private static final String BOLD = "b, strong, font[size=4], font[size=5], font[size=+1]";
  private static final String NAMED =
      "[class*=headline], [class*=title], [class*=subject], [class*=tit_], [class*=_tit], [id*=title],"
          + " [id*=subject], [id*=headline]";

  private final String site;
  private final List<String> headings;
  private final Set<String> shown;

  private PageTitle(String site, List<String> headings, Set<String> shown) {
    this.site = site;
    this.headings = headings;
    this.shown = shown;
  }

  /// The title that the page's data gives, else the part of the title element that the page shows,
  /// else its headings; blank if it has none at all.
  ///
  /// @param given titles in the page's data, the best first
  /// @param lines what the page shows
  static String of(Document page, List<PageLines.Line> lines, String site, List<String> given) {
    List<String> headings = texts(page, "h1");
    PageTitle titles = new PageTitle(site, headings, shown(lines));
    String whole = PageLines.tidy(page.title());
    return given.stream()
        .map(titles::withoutSite)
        .filter(titles::isTitle)
        .findFirst()
        .or(() -> titles.shownPart(whole))
        .or(() -> headings.stream().filter(titles::isTitle).findFirst().map(titles::withoutSite))
        .or(() -> titles.fromLayout(page, whole))
        .orElseGet(() -> titles.withoutSite(whole));
  }

  private boolean isTitle(String text) {
    return !text.isBlank() && !text.equalsIgnoreCase(site);
  }

  /// The longest run of the parts of a title that stands on the page as a line of its own.
  private Optional<String> shownPart(String whole) {
    List<Integer> starts = borders(whole, true);
    List<Integer> ends = borders(whole, false);
    return starts.stream()
        .flatMap(from -> ends.stream().filter(to -> to > from).map(to -> whole.substring(from, to)))
        .filter(part -> part.length() >= SHORTEST && isTitle(part))
        .filter(part -> shown.contains(Headline.letters(part)))
        .max(Comparator.comparingInt(String::length));
  }

  private static List<Integer> borders(String whole, boolean starts) {
    Stream<Integer> inner =
        SEPARATOR.matcher(whole).results().limit(MOST_PARTS).map(s -> starts ? s.end() : s.start());
    return Stream.concat(Stream.of(starts ? 0 : whole.length()), inner).toList();
  }

  /// A page whose title element holds only its site's name shows the headline somewhere at the top.
  private Optional<String> fromLayout(Document page, String whole) {
    String rest = withoutSite(whole);
    if (!rest.equals(whole)) {
      return Optional.of(rest);
    }
    return Stream.of("h2, h3", NAMED, BOLD)
        .flatMap(where -> texts(page, where).stream().limit(1))
        .filter(text -> isTitle(text) && text.length() >= SHORTEST * 2)
        .filter(text -> !whole.contains(text) && !FurnitureLines.isStopHeading(text))
        .findFirst();
  }

  /// The title without what follows its last separator, if that is the site's name: it says so, a
  /// heading reads like the rest, or it is short.
  private String withoutSite(String title) {
    List<Integer> ends = borders(title, false);
    List<Integer> starts = borders(title, true);
    return IntStream.range(1, ends.size())
        .filter(i -> isSite(title.substring(0, ends.get(i)), title.substring(starts.get(i))))
        .mapToObj(i -> title.substring(0, ends.get(i)).strip())
        .filter(head -> !head.isEmpty())
        .findFirst()
        .orElse(title);
  }

  private boolean isSite(String head, String tail) {
    return tail.equalsIgnoreCase(site)
        || headings.contains(head)
        || (site.isEmpty() && tail.length() <= LONGEST_SITE_NAME && tail.length() < head.length());
  }

  private static List<String> texts(Document page, String where) {
    return page.select(where).stream()
        .filter(element -> element.closest("a") == null && element.selectFirst("a") == null)
        .map(Element::text)
        .map(PageLines::tidy)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
        .toList();
  }

  private static Set<String> shown(List<PageLines.Line> lines) {
    return lines.stream()
        .filter(line -> !line.isMostlyLink() && line.text().length() <= LONGEST)
        .map(line -> Headline.letters(line.text()))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
