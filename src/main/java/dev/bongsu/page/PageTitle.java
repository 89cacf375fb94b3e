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

  /// A hyphen without blanks divides only a section from a bar and the site's name.
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[-|–—:<>·»«•_*]+\\s+|\\s*(?:[|ㅣ｜]|::|›|：)\\s*|:\\s+|-(?=[^\\s-]{1,12}\\s*[|ㅣ｜])|_(?=\\p{Lu}|\\p{IsHangul})");

  /// What divides a headline from names rather than from the rest of it.
  private static final Pattern BARS = Pattern.compile("\\s*[|ㅣ｜]\\s*");

  private static final int MAX_NAME_WORDS = 4;
  private static final int MIN_HOST_LETTERS = 3;
  private static final int MIN_WORD_OF_HOST = 6;

  /// The longer words of a name begin with a capital, where there are capitals.
  private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\p{L}’'])\\p{Ll}\\p{L}{3,}");

  private static final Pattern SENTENCE_END = Pattern.compile("[?!.…\"”»]$|[다요까]$");
  private static final String BOLD_SELECTOR =
      "b, strong, font[size=4], font[size=5], font[size=+1]";
  private static final String TITLE_SELECTOR =
      "[class*=headline], [class*=title], [class*=subject], [class*=tit_], [class*=_tit],"
          + " [id*=title], [id*=subject], [id*=headline]";

  private final String site;
  private final String host;
  private final List<String> headings;
  private final Set<String> visibleLines;

  private PageTitle(String site, String host, List<String> headings, Set<String> shown) {
    this.site = site;
    this.host = host;
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
    PageTitle titles = new PageTitle(site, hostName(page), headings, visibleLines(lines));
    String whole = PageLines.normalizeWhitespace(page.title());
    return given.stream()
        .map(titles::withoutSite)
        .filter(titles::isTitle)
        .findFirst()
        .or(() -> titles.visiblePart(whole))
        .or(() -> headings.stream().filter(titles::isTitle).findFirst().map(titles::withoutSite))
        .or(() -> titles.fromLayout(page, whole))
        .orElseGet(() -> titles.withoutSite(whole));
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

  /// The longest label of the page's host, as letters and digits.
  private static String hostName(Document page) {
    String host = page.baseUri().replaceFirst("^\\w+://([^/:]*).*$", "$1");
    return Stream.of(host.split("\\.", -1))
        .map(Headline::lettersAndDigits)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /// The title without what follows a separator, if those are names of the site and its parts.
  private String withoutSite(String title) {
    List<Integer> ends = boundaries(title, false);
    List<Integer> starts = boundaries(title, true);
    return IntStream.range(1, ends.size())
        .filter(
            i ->
                isSite(
                    title.substring(0, ends.get(i)),
                    title.substring(ends.get(i), starts.get(i)),
                    title.substring(starts.get(i))))
        .mapToObj(i -> title.substring(0, ends.get(i)).strip())
        .filter(head -> !head.isEmpty())
        .findFirst()
        .orElse(title);
  }

  /// The tail is the site's name if the page or its host says so. Else it must read like a name,
  /// and a heading like the rest, or a bar divide them, or the page name no site.
  private boolean isSite(String head, String separator, String tail) {
    if (isNameOfSite(tail)) {
      return true;
    }
    boolean mayBeName =
        tail.length() <= MAX_SITE_NAME_LENGTH
            && tail.length() < head.length()
            && !SMALL_WORD.matcher(tail).find()
            && !SENTENCE_END.matcher(tail).find()
            && tail.split("\\s+", -1).length <= MAX_NAME_WORDS;
    boolean isBar = BARS.matcher(separator).matches();
    boolean isColon = separator.contains(":") || separator.contains("：");
    return mayBeName && !isColon && (isBar || site.isEmpty() || headings.contains(head));
  }

  /// Whether a text is the site's name as the page or its host has it, or names of parts of the
  /// site that end with it.
  private boolean isNameOfSite(String text) {
    String[] parts = BARS.split(text, -1);
    String last = parts[parts.length - 1];
    boolean isSection = parts.length == 1 || text.length() <= MAX_SITE_NAME_LENGTH;
    return isSection && (isDeclared(text) || isDeclared(last) || isOfHost(last));
  }

  private boolean isDeclared(String text) {
    return !site.isBlank()
        && text.regionMatches(true, 0, site, 0, site.length())
        && (text.length() == site.length()
            || SEPARATOR.matcher(text.substring(site.length())).lookingAt());
  }

  private boolean isOfHost(String text) {
    String name = Headline.lettersAndDigits(text);
    return host.length() >= MIN_HOST_LETTERS
        && text.length() <= MAX_SITE_NAME_LENGTH
        && (name.equals(host)
            || (name.startsWith(host) && name.length() < host.length() * 2)
            || (host.length() >= MIN_WORD_OF_HOST && name.contains(host)));
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
