package dev.bongsu.syndication;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sentence that weblogs put below each entry of their feed: "The post X appeared first on Y."
///
/// Compared as plain words: as regular expressions, those of all languages take longer than the
/// rest of reading a feed.
final class FeedFooter {
  private static final int MAX_TITLE_CHARS = 320;
  private static final int MAX_SITE_CHARS = 150;
  private static final int LETTERS = 3;
  private static final String GAP = "…";
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?] |[。！？।]");

  private static final List<Footer> FOOTERS =
      LanguagePacks.entries(PackFile.FEED_FOOTERS).stream()
          .flatMap(FeedFooter::choices)
          .map(Footer::of)
          .toList();

  /// Those that end with words of their own, by these.
  private static final Map<String, List<Footer>> BY_ENDING =
      FOOTERS.stream()
          .filter(footer -> !footer.ending().isEmpty())
          .collect(Collectors.groupingBy(Footer::ending));

  /// Those that end with the site's name, by the first letters of what stands before it.
  private static final Map<Integer, List<Footer>> BY_MIDDLE =
      FOOTERS.stream()
          .filter(footer -> footer.ending().isEmpty())
          .collect(Collectors.groupingBy(footer -> firstLetters(footer.middle(), 0)));

  private FeedFooter() {}

  /// The words of a footer, in lower case.
  ///
  /// @param opening blank if it begins with the entry's title
  private record Footer(String opening, String middle, String ending) {
    static Footer of(String line) {
      String[] parts = plain(line).split(GAP, -1);
      return parts.length == 2
          ? new Footer("", parts[0].strip(), parts[1].strip())
          : new Footer(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }
  }

  /// The text without it.
  ///
  /// @param title of the entry, which the footer repeats
  static String remove(String text, String title) {
    int end = text.length();
    while (end > 0 && !isWord(text.charAt(end - 1))) {
      end--;
    }
    int from = Math.max(text.lastIndexOf('\n', end) + 1, end - MAX_TITLE_CHARS - MAX_SITE_CHARS);
    int start = find(plain(text.substring(Math.min(from, end), end)), plain(title));
    return start < 0 ? text : text.substring(0, from + start).stripTrailing();
  }

  private static int find(String line, String title) {
    int start = findByEnding(line, title);
    return start < 0 ? findByMiddle(line, title) : start;
  }

  private static int findByEnding(String line, String title) {
    for (Map.Entry<String, List<Footer>> footers : BY_ENDING.entrySet()) {
      if (line.endsWith(footers.getKey())) {
        String before = line.substring(0, line.length() - footers.getKey().length());
        int start =
            footers.getValue().stream()
                .mapToInt(
                    footer -> start(before, before.lastIndexOf(footer.middle()), footer, title))
                .max()
                .orElse(-1);
        if (start >= 0) {
          return start;
        }
      }
    }
    return -1;
  }

  private static int findByMiddle(String line, String title) {
    for (int at = Math.max(0, line.length() - MAX_SITE_CHARS); at + LETTERS < line.length(); at++) {
      List<Footer> footers = BY_MIDDLE.get(firstLetters(line, at));
      if (footers != null) {
        int middle = at;
        int start =
            footers.stream()
                .filter(footer -> line.startsWith(footer.middle(), middle))
                .mapToInt(footer -> start(line, middle, footer, title))
                .max()
                .orElse(-1);
        if (start >= 0) {
          return start;
        }
      }
    }
    return -1;
  }

  /// Where a footer begins whose middle stands in a line; -1 if it does not.
  private static int start(String line, int middle, Footer footer, String title) {
    int site = middle + footer.middle().length();
    if (middle < 0 || site >= line.length() || hasSentenceEnd(line.substring(site))) {
      return -1;
    }
    String before = line.substring(0, middle);
    if (footer.opening().isEmpty()) {
      return lastSentence(before);
    }
    int opening = before.lastIndexOf(footer.opening());
    while (opening > 0 && !beginsSentence(before, opening)) {
      opening = before.lastIndexOf(footer.opening(), opening - 1);
    }
    String entry = opening < 0 ? "" : before.substring(opening);
    boolean titled = !title.isBlank() && entry.contains(title);
    return titled || !hasSentenceEnd(entry) ? opening : -1;
  }

  private static boolean hasSentenceEnd(String text) {
    return SENTENCE_END.matcher(text).find();
  }

  private static int lastSentence(String text) {
    int start = 0;
    Matcher sentence = SENTENCE_END.matcher(text);
    while (sentence.find()) {
      start = sentence.end();
    }
    return start;
  }

  private static boolean beginsSentence(String text, int at) {
    String before = text.substring(0, at).stripTrailing();
    char last = before.isEmpty() ? '.' : before.charAt(before.length() - 1);
    return !isWord(last) && ",;:-–—‘“„«(".indexOf(last) < 0;
  }

  private static int firstLetters(String text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2);
  }

  private static Stream<String> choices(String line) {
    Matcher choice = CHOICE.matcher(line);
    return choice.find()
        ? Stream.of(choice.group(1).split("\\|", -1))
            .map(one -> line.substring(0, choice.start()) + one + line.substring(choice.end()))
            .flatMap(FeedFooter::choices)
        : Stream.of(line);
  }

  /// Of the same length: a character for a character.
  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return (lower.length() == text.length() ? lower : text).replace('\'', '’').replace('ʼ', '’');
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
