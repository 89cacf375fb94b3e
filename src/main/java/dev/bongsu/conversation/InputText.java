package dev.bongsu.conversation;

import java.util.regex.Pattern;

/// The blanks that people type without seeing a difference: no-break and full-width ones, line
/// ends, and what has no width at all, as the mark at the start of a pasted file.
public final class InputText {
  public static final String WHITESPACE = "[\\s\\p{Z}\\u0085\\u200B\\u2060\\uFEFF]";

  private static final Pattern WHITESPACE_RUN = Pattern.compile(WHITESPACE + "+");
  private static final int MAX_EXCERPT_CHARACTERS = 60;

  private InputText() {}

  /// Without blanks at either end.
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

  /// In one line, with single blanks.
  public static String oneLine(String text) {
    return WHITESPACE_RUN.matcher(strip(text)).replaceAll(" ");
  }

  /// What was typed, short enough to be said back: one line of at most 60 characters.
  public static String excerpt(String text) {
    String line = oneLine(text);
    if (line.length() <= MAX_EXCERPT_CHARACTERS) {
      return line;
    }
    int end =
        Character.isHighSurrogate(line.charAt(MAX_EXCERPT_CHARACTERS - 2))
            ? MAX_EXCERPT_CHARACTERS - 2
            : MAX_EXCERPT_CHARACTERS - 1;
    return line.substring(0, end) + "…";
  }

  private static boolean isWhitespace(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || "\u0085\u200B\u2060\uFEFF".indexOf(letter) >= 0;
  }
}
