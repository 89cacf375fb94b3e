package dev.bongsu.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// What the names (class and id) of an element say about it: that it is furniture, and how much
/// text such furniture may hold before the name is taken for an accident.
///
/// "paywall" and "hidden" are left out on purpose: `hidden-xs` and the like stand on whole bodies.
final class FurnitureNames {
  /// Programs for consent: their text is never news, however long.
  private static final Set<String> CONSENT =
      words(
          """
          onetrust didomi cookiebot cookiebanner cookieconsent cookienotice cookielaw cookiewall qccmp
          spmessage truste gdpr usercentrics osano iubenda cmpbox cmpwrapper usabanner fcconsent
          """);

  /// At the start of a name these say what the whole element is; comments outgrow short articles.
  private static final Set<String> COMMENTS =
      words("comment comments commentlist cmt cmts reply replies disqus respond discussion livere");

  /// May hold text of their own.
  private static final Set<String> WORDY =
      words(
          """
          related relate relation consent cookie cookies newsletter promo promotion sponsor sponsors
          sponsored advertorial comment comments reply footer sidebar popular ranking rank recommend
          recommended recommendation trending copyright popup modal outbrain taboola subscribe
          subscription signup widget teaser teasers more mostread readmore disclaimer donate donation
          infobox factbox aside latest
          """);

  /// Are small by nature: holding more than a few lines, they are named for something else.
  private static final Set<String> SMALL =
      words(
          """
          share sharing sns social caption byline ad ads adv advert adverts advertisement banner banners
          breadcrumb breadcrumbs gnb lnb navbar nav navigation menu skip toolbar author writer reporter
          journalist bio profile tag tags tagcloud keyword keywords credit dateline timestamp util utils
          print sr noprint
          """);

  private static final Set<String> PICTURES = words("img image photo pic picture fig figure media");
  private static final Set<String> PICTURE_TEXTS =
      words("desc description txt text cap info credit source title copyright legend");

  private static final int SMALL_LIMIT = 500;
  private static final int LONGEST_NAMES = 2_000;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern WORD_BORDER = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final int all;

  /// A page has few names and thousands of elements.
  private final Map<String, Integer> known = new HashMap<>();

  /// @param all the characters outside links of the whole page
  FurnitureNames(int all) {
    this.all = all;
  }

  /// How many characters outside links an element may hold to be taken for furniture; -1 if its
  /// names say nothing of the kind.
  int limit(Element element) {
    return Math.max(limitOf(element.className()), limitOf(element.id()));
  }

  private int limitOf(String names) {
    return names.isEmpty() ? -1 : known.computeIfAbsent(names, this::decide);
  }

  private int decide(String names) {
    return BLANKS
        .splitAsStream(names.substring(0, Math.min(names.length(), LONGEST_NAMES)))
        .filter(name -> !name.isEmpty())
        .mapToInt(this::limit)
        .max()
        .orElse(-1);
  }

  private int limit(String name) {
    if (name.startsWith("tag-") || name.startsWith("category-") || name.startsWith("author-")) {
      return -1;
    }
    String letters = NOT_LETTERS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    if (CONSENT.stream().anyMatch(letters::startsWith)) {
      return all * 9 / 10;
    }
    String[] words =
        Stream.of(WORD_BORDER.split(name, -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    if (words.length > 0 && COMMENTS.contains(words[0])) {
      return all * 3 / 4;
    }
    if (Arrays.stream(words).anyMatch(WORDY::contains)) {
      return all / 3;
    }
    boolean small =
        Arrays.stream(words).anyMatch(SMALL::contains)
            || letters.contains("journalist")
            || isPictureText(words);
    return small ? Math.min(all / 3, SMALL_LIMIT) : -1;
  }

  private static boolean isPictureText(String[] words) {
    return words.length > 1
        && PICTURES.contains(words[0])
        && Arrays.stream(words).skip(1).anyMatch(PICTURE_TEXTS::contains);
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
