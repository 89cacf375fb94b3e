package dev.bongsu.conversation;

import dev.bongsu.feed.FeedAddress;
import java.util.regex.Pattern;

/// Whitespace as people type and paste it: also no-break and full-width spaces, line ends, and
/// characters without width, such as the byte order mark of a pasted file.
public final class InputText {
  public static final String WHITESPACE = "[\\s\\p{Z}\\u0085\\u200B\\u2060\\uFEFF]";

  private static final Pattern WHITESPACE_RUN = Pattern.compile(WHITESPACE + "+");
  private static final int MAX_EXCERPT_CHARACTERS = 60;
  private static final int MAX_MASKED_CHARACTERS = 2000;

  private InputText() {}

  /// Without whitespace at either end.
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// In one line, with single spaces.
  public static String oneLine(String text) {
    return WHITESPACE_RUN.matcher(strip(text)).replaceAll(" ");
  }

  /// The beginning of a typed text, to repeat it in a reply: one line of at most 60 characters,
  /// without secret addresses.
  public static String excerpt(String text) {
    return firstCharacters(
        FeedAddress.mask(firstCharacters(text, MAX_MASKED_CHARACTERS)), MAX_EXCERPT_CHARACTERS);
  }

  /// The beginning of a text in one line, ending in `…` if there is more.
  ///
  /// @param most UTF-16 units, at least 2; no surrogate pair is cut
  public static String firstCharacters(String text, int most) {
    String line = oneLine(text);
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + "…";
  }

  private static boolean isWhitespace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || "\u0085\u200B\u2060\uFEFF".indexOf(character) >= 0;
  }
}
