package dev.bongsu.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The text that a page keeps in a script for a program to show: one long string, or a string for
/// each paragraph under the same key.
final class ScriptText {
  private static final int MIN_LENGTH = 60;

  /// A shorter text must have a word of the title, else it is about cookies.
  private static final int MIN_LENGTH_WITHOUT_TITLE_WORD = 400;

  private static final int MIN_PREFIX_LENGTH = 2;
  private static final int LATIN_PREFIX_LENGTH = 5;
  private static final int MAX_STRING_LENGTH = 200_000;
  private static final int MIN_PARAGRAPH_LENGTH = 25;
  private static final int MAX_STRINGS = 20_000;

  /// Keys whose strings are about an article or a picture, not the text.
  private static final Set<String> NON_BODY_KEYS =
      Set.of(
          "description",
          "summary",
          "excerpt",
          "teaser",
          "dek",
          "deck",
          "prologue",
          "subtitle",
          "standfirst",
          "abstract",
          "caption",
          "alt",
          "credit",
          "title",
          "headline",
          "seodescription",
          "metadescription",
          "ogdescription",
          "bio",
          "basic",
          "lead",
          "blurb",
          "snippet",
          "query");

  private static final Set<String> BODY_KEYS =
      Set.of("content", "contents", "body", "articlebody", "bodyhtml", "contenthtml");

  private ScriptText() {}

  /// The lines of the strings under the key that holds most prose in one script; empty if there is
  /// none that reads as an article.
  static List<String> longestText(Document page, String title) {
    List<String> best = List.of();
    int most = MIN_LENGTH - 1;
    for (Element script : page.select("script")) {
      if (script.attr("type").equals("application/ld+json")) {
        continue;
      }
      for (Map.Entry<String, List<String>> found : stringsByKey(script.data()).entrySet()) {
        List<String> strings = found.getValue();
        boolean body = BODY_KEYS.contains(found.getKey());
        int length = strings.stream().mapToInt(text -> proseLength(text, body)).sum();
        if (length > most) {
          best = strings;
          most = length;
        }
      }
    }
    List<String> lines =
        LineCleaner.clean(best.stream().flatMap(text -> lines(text).stream()).toList(), title);
    return most >= MIN_LENGTH_WITHOUT_TITLE_WORD || mentionsTitle(lines, title) ? lines : List.of();
  }

  /// Whether the text has the beginning of one of the title's words, or a pair of letters of a
  /// title that is written without blanks.
  private static boolean mentionsTitle(List<String> lines, String title) {
    String text = String.join("\n", lines);
    return Stream.of(title.split("[^\\p{L}\\p{N}]+", -1))
        .flatMap(ScriptText::prefixes)
        .anyMatch(start -> start.length() >= MIN_PREFIX_LENGTH && text.contains(start));
  }

  private static Stream<String> prefixes(String word) {
    return Prose.weightedLength(word) > word.length()
        ? IntStream.range(0, word.length() - 1)
            .mapToObj(i -> word.substring(i, i + MIN_PREFIX_LENGTH))
        : Stream.of(
            word.substring(
                0,
                Math.min(
                    word.length(),
                    word.matches("\\w+") ? LATIN_PREFIX_LENGTH : MIN_PREFIX_LENGTH)));
  }

  /// The lines of a text with or without markup in it.
  static List<String> lines(String text) {
    return text.indexOf('<') < 0 && text.indexOf('&') < 0
        ? PageLines.ofPlainText(text)
        : PageLines.of(Jsoup.parseBodyFragment(newlinesToBreaks(text))).stream()
            .filter(line -> !line.isMostlyLink())
            .map(PageLines.Line::text)
            .toList();
  }

  /// Line feeds of a text that has no elements for them.
  private static String newlinesToBreaks(String text) {
    return text.contains("<p") || text.contains("<br") || text.contains("<div")
        ? text
        : text.replace("\n", "<br>");
  }

  /// The double-quoted strings of a script with a blank inside, by the key before them.
  private static Map<String, List<String>> stringsByKey(String script) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    String key = "";
    int start = script.indexOf('"');
    for (int n = 0; start >= 0 && n < MAX_STRINGS; n++) {
      int end = endOfString(script, start + 1);
      if (isKey(script, end)) {
        key = script.substring(start + 1, Math.min(end, start + 41)).toLowerCase(Locale.ROOT);
      } else if (end - start < MAX_STRING_LENGTH) {
        addText(script.substring(start + 1, end), key, seen, found);
      }
      start = script.indexOf('"', end + 1);
    }
    return found;
  }

  private static void addText(
      String raw, String key, Set<String> seen, Map<String, List<String>> found) {
    boolean program = raw.contains("function(") || raw.contains("function (");
    if (!program && !NON_BODY_KEYS.contains(key)) {
      String text = StringEscapeUtils.unescapeJson(raw);
      if ((text.indexOf(' ') > 0 || Prose.weightedLength(text) > text.length()) && seen.add(text)) {
        found.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
      }
    }
  }

  /// How much running text a string holds, with or without markup, or any text if its key says that
  /// it is one; short strings are labels.
  private static int proseLength(String text, boolean body) {
    return Prose.weightedLength(text) < MIN_PARAGRAPH_LENGTH
        ? 0
        : lines(text).stream()
            .mapToInt(line -> body ? Prose.weightedLength(line) : Prose.proseLength(line))
            .sum();
  }

  private static boolean isKey(String script, int endOfString) {
    int next = endOfString + 1;
    while (next < script.length() && script.charAt(next) == ' ') {
      next++;
    }
    return next < script.length() && script.charAt(next) == ':';
  }

  private static int endOfString(String script, int from) {
    int end = from;
    while (end < script.length() && script.charAt(end) != '"') {
      end += script.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, script.length());
  }
}
