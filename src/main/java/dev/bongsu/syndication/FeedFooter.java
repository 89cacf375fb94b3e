package dev.bongsu.syndication;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentence that weblogs put below each entry of their feed: "The post X appeared first on Y."
final class FeedFooter {
  /// No footer is longer, with its titles.
  private static final int MAX_CHARS = 600;

  private static final Pattern FOOTER =
      Pattern.compile(LanguagePacks.anyOf(PackFile.FEED_FOOTERS) + "[\\s\\p{P}]*$");

  /// Where a sentence may begin.
  private static final Pattern START =
      Pattern.compile("(?m)^|(?<=[.!?…。！？”»\\])])\\s*(?=\\S)");

  private FeedFooter() {}

  /// The text without it.
  static String remove(String text) {
    int from = Math.max(0, text.length() - MAX_CHARS);
    int line = Math.max(from, text.lastIndexOf('\n') + 1);
    Matcher footer = FOOTER.matcher(text);
    Matcher start = START.matcher(text).region(line, text.length());
    int found = -1;
    // the last one: what begins like it may be a sentence of the text
    while (start.find()) {
      if (footer.region(start.end(), text.length()).lookingAt()) {
        found = start.start();
      }
    }
    return found < 0 ? text : text.substring(0, found).stripTrailing();
  }
}
