package dev.bongsu.query;

import java.util.regex.Pattern;

/// A word as it was typed, without the punctuation around it.
///
/// @param text may be blank
/// @param prefix whether a star ended it
record QueryWord(String text, boolean prefix) {
  private static final String PUNCTUATION = "\\p{Po}\\p{Pd}\\p{Pi}\\p{Pf}\\p{C}";
  private static final Pattern LEADING = Pattern.compile("^[" + PUNCTUATION + "+=~&&[^*]]+");

  /// The sign of C# stays.
  private static final Pattern TRAILING =
      Pattern.compile("(?:[" + PUNCTUATION + "&&[^*#]]|(?<![A-Za-z])#)+$");

  static QueryWord of(String raw) {
    String inner = stripped(raw);
    String withoutStar = inner.replaceFirst("\\*+$", "");
    boolean prefix = withoutStar.length() < inner.length() && hasLetterOrDigit(withoutStar);
    return new QueryWord(prefix ? stripped(withoutStar) : withoutStar, prefix);
  }

  private static String stripped(String raw) {
    return TRAILING.matcher(LEADING.matcher(raw).replaceAll("")).replaceAll("");
  }

  /// Whether a character before a word is no part of it.
  static boolean isLeadingPunctuation(char c) {
    return LEADING.matcher(String.valueOf(c)).matches();
  }

  static boolean hasLetterOrDigit(String words) {
    return words.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
