package dev.bongsu.article;

import java.util.List;
import org.apache.commons.text.StringEscapeUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The text that a page keeps in a script for a program to show.
final class ScriptText {
  private static final int LEAST = 300;
  private static final int LONGEST = 200_000;
  private static final int LEAST_SENTENCES = 3;

  private ScriptText() {}

  /// The longest string of the page's scripts that reads as prose, as lines; empty if there is
  /// none.
  static List<String> longest(Document page, String title) {
    String best = "";
    for (Element script : page.select("script")) {
      best = longest(script.data(), best);
    }
    return best.isEmpty() ? List.of() : LineCleaner.clean(lines(unescaped(best)), title);
  }

  /// The lines of a text with or without markup in it.
  static List<String> lines(String text) {
    return text.indexOf('<') < 0
        ? PageLines.ofPlain(text)
        : PageLines.of(Jsoup.parseBodyFragment(text)).stream().map(PageLines.Line::text).toList();
  }

  /// The longest double-quoted string of a script that reads as prose and is longer than `best`.
  private static String longest(String script, String best) {
    String longest = best;
    int start = script.indexOf('"');
    while (start >= 0) {
      int end = endOfString(script, start + 1);
      String string = script.substring(start + 1, end);
      if (string.length() > longest.length() && isProse(string)) {
        longest = string;
      }
      start = script.indexOf('"', end + 1);
    }
    return longest;
  }

  private static int endOfString(String script, int from) {
    int end = from;
    while (end < script.length() && script.charAt(end) != '"') {
      end += script.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, script.length());
  }

  private static boolean isProse(String string) {
    return string.length() >= LEAST
        && string.length() <= LONGEST
        && !string.contains("function")
        && string.split("[.!?。][ <\"”\\\\]", LEAST_SENTENCES + 1).length > LEAST_SENTENCES;
  }

  private static String unescaped(String string) {
    return StringEscapeUtils.unescapeJson(string);
  }
}
