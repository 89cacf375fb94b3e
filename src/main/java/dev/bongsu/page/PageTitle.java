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
  private static final int MAX_SITE_NAME_LENGTH = 40;
  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 300;

  /// The parts of a title are tried against the page; a headline has few separators of its own.
  private static final int MAX_PARTS = 8;

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[-|–—:<>·»«•_*：]+\\s+|\\s*(?:\\||ㅣ|｜|::|›)\\s*|:\\s+");

  /// Begins what follows a headline in a title, also without blanks around.
  private static final String TIGHT_SEPARATORS = "-|–—:·•_*ㅣ｜：";

  private static final Pattern SUBTITLE = Pattern.compile("\\p{Ll}\\S*(?: \\S+){2,}");
  private static final String BOLD_SELECTOR =
      "b, strong, font[size=4], font[size=5], font[size=+1]";
  private static final String TITLE_SELECTOR =
      "[class*=headline], [class*=title], [class*=subject], [class*=tit_], [class*=_tit],"
          + " [id*=title], [id*=subject], [id*=headline]";

  private final String site;
  private final List<String> headings;
  private final Set<String> visibleLines;

  private PageTitle(String site, List<String> headings, Set<String> shown) {
    this.site = site;
    this.headings = headings;
    this.visibleLines = shown;
  }

  /// The title that the page's data gives, else the part of the title element that the page shows,
  /// else its headings; blank if it has none at all.
  ///
  /// @param given titles in the page's data, the best first
  /// @param lines what the page shows
  static String of(Document page, List<PageLines.Line> lines, String site, List<String> given) {
    List<String> headings = texts(page, "h1");
    PageTitle titles = new PageTitle(site, headings, visibleLines(lines));
    String whole = PageLines.normalizeWhitespace(page.title());
    return given.stream()
        .map(title -> titles.isCompleteIn(whole, title) ? title : titles.withoutSite(title))
        .filter(titles::isTitle)
        .findFirst()
        .or(() -> titles.visiblePart(whole))
        .or(() -> headings.stream().filter(titles::isTitle).findFirst().map(titles::withoutSite))
        .or(() -> titles.fromLayout(page, whole))
        .orElseGet(() -> titles.withoutSite(whole));
  }

  /// Whether a title has no site's name in it: the page's heading reads like it, or the title
  /// element adds something before or behind it.
  private boolean isCompleteIn(String whole, String title) {
    return headings.contains(title)
        || (whole.length() > title.length()
            && !namesSite(title)
            && (boundaries(whole, false).stream()
                    .anyMatch(end -> whole.substring(0, end).equals(title))
                || boundaries(whole, true).stream()
                    .anyMatch(start -> whole.substring(start).equals(title))));
  }

  private boolean namesSite(String title) {
    return !site.isEmpty() && title.endsWith(site);
  }

  private boolean isTitle(String text) {
    return !text.isBlank() && !text.equalsIgnoreCase(site);
  }

  /// The longest run of the parts of a title that stands on the page as a line of its own.
  private Optional<String> visiblePart(String whole) {
    List<Integer> starts = boundaries(whole, true);
    List<Integer> ends = boundaries(whole, false);
    return starts.stream()
        .flatMap(from -> ends.stream().filter(to -> to > from).map(to -> whole.substring(from, to)))
        .filter(part -> part.length() >= MIN_LENGTH && isTitle(part))
        .filter(part -> visibleLines.contains(Headline.lettersAndDigits(part)))
        .max(Comparator.comparingInt(String::length));
  }

  private static List<Integer> boundaries(String whole, boolean starts) {
    Stream<Integer> inner =
        SEPARATOR.matcher(whole).results().limit(MAX_PARTS).map(s -> starts ? s.end() : s.start());
    return Stream.concat(Stream.of(starts ? 0 : whole.length()), inner).toList();
  }

  /// A page whose title element holds only its site's name shows the headline somewhere at the top.
  private Optional<String> fromLayout(Document page, String whole) {
    String rest = withoutSite(whole);
    if (!rest.equals(whole)) {
      return Optional.of(rest);
    }
    return Stream.of("h2, h3", TITLE_SELECTOR, BOLD_SELECTOR)
        .flatMap(where -> texts(page, where).stream().limit(1))
        .filter(text -> isTitle(text) && text.length() >= MIN_LENGTH * 2)
        .filter(text -> !whole.contains(text) && !BoilerplateLines.isStopHeading(text))
        .findFirst();
  }

  /// The title without what follows its last separator, if that is the site's name: it says so, a
  /// heading reads like the rest, or it is short.
  private String withoutSite(String title) {
    return headings.stream()
        .filter(heading -> heading.length() >= MIN_LENGTH * 2 && heading.length() < title.length())
        .filter(heading -> title.startsWith(heading))
        .filter(heading -> startsWithSeparator(title.substring(heading.length()).strip()))
        .findFirst()
        .orElseGet(() -> withoutLastPart(title));
  }

  private static boolean startsWithSeparator(String rest) {
    return !rest.isEmpty() && TIGHT_SEPARATORS.indexOf(rest.charAt(0)) >= 0;
  }

  private String withoutLastPart(String title) {
    List<Integer> ends = boundaries(title, false);
    List<Integer> starts = boundaries(title, true);
    return IntStream.range(1, ends.size())
        .filter(i -> isSite(title.substring(0, ends.get(i)), title.substring(starts.get(i))))
        .mapToObj(i -> title.substring(0, ends.get(i)).strip())
        .filter(head -> !head.isEmpty())
        .findFirst()
        .orElse(title);
  }

  private boolean isSite(String head, String tail) {
    return tail.equalsIgnoreCase(site)
        || (!site.isEmpty() && tail.startsWith(site + " "))
        || headings.contains(head)
        || (site.isEmpty()
            && tail.length() <= MAX_SITE_NAME_LENGTH
            && tail.length() < head.length()
            && !SUBTITLE.matcher(tail).matches());
  }

  private static List<String> texts(Document page, String where) {
    return page.select(where).stream()
        .filter(element -> element.closest("a") == null && element.selectFirst("a") == null)
        .map(Element::text)
        .map(PageLines::normalizeWhitespace)
        .filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH)
        .toList();
  }

  private static Set<String> visibleLines(List<PageLines.Line> lines) {
    return lines.stream()
        .filter(line -> !line.isMostlyLink() && line.text().length() <= MAX_LENGTH)
        .map(line -> Headline.lettersAndDigits(line.text()))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
