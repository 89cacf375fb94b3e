package dev.bongsu.analysis;

import dev.bongsu.language.LanguagePacks;
import dev.bongsu.language.PackFile;
import java.util.Set;

/// The second form of what its plain form does not tell apart: capitals that would be another word
/// in small letters (IT is not it), a word with a sign (C++ is not C), one Hanja (美 is the country,
/// 미 may be anything), and a German umlaut spelled out, the only one that does not begin with `=`.
final class ExactForms {
  private static final Set<String> SHORT_WORDS = LanguagePacks.entries(PackFile.SHORT_WORDS);
  private static final int MAX_ACRONYM_LENGTH = 5;
  private static final int MIN_SHOUTED_WORDS = 4;
  private static final String EXACT = "=";

  private ExactForms() {}

  /// The form of a word of a text; blank if it has none.
  static String of(String text, int start, int end) {
    String given = text.substring(start, end);
    String signs = WordCharacters.signsAfter(text, end);
    if (!signs.isEmpty()) {
      return EXACT + WordCharacters.surfaceForm(given) + signs;
    }
    String one = singular(given);
    if (isHan(given) || (isAmbiguousAcronym(one) && !isInCapitals(text, start))) {
      return EXACT + one;
    }
    String spelledOut = LatinLetters.spellOutUmlauts(given);
    return spelledOut.equals(given) ? "" : WordCharacters.toLowerCase(spelledOut);
  }

  /// Whether a word of a query with this form is searched by it alone.
  static boolean isRequired(String exactForm) {
    return exactForm.startsWith(EXACT);
  }

  /// Whether a word in small letters is a common one and no name.
  static boolean isCommonWord(String lower) {
    return SHORT_WORDS.contains(lower);
  }

  /// An acronym without the plural s: VPNs is VPN.
  private static String singular(String given) {
    int last = given.length() - 1;
    return last > 1 && given.charAt(last) == 's' && areCapitals(given.substring(0, last))
        ? given.substring(0, last)
        : given;
  }

  private static boolean isHan(String given) {
    int first = given.codePointAt(0);
    return given.length() == Character.charCount(first)
        && Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN;
  }

  private static boolean isAmbiguousAcronym(String given) {
    return given.length() > 1
        && given.length() <= MAX_ACRONYM_LENGTH
        && areCapitals(given)
        && isCommonWord(WordCharacters.toLowerCase(given));
  }

  /// Whether a text has capitals only.
  static boolean areCapitals(String given) {
    for (int i = 0; i < given.length(); i++) {
      if (!WordCharacters.isCapital(given.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the line around a place is an English headline without small letters: there capitals
  /// say nothing.
  private static boolean isInCapitals(String text, int place) {
    int first = place;
    while (first > 0 && text.charAt(first - 1) != '\n') {
      first--;
      if (isSmallOrForeign(text.charAt(first))) {
        return false;
      }
    }
    int words = 0;
    for (int at = first; at < text.length() && text.charAt(at) != '\n'; at++) {
      if (isSmallOrForeign(text.charAt(at))) {
        return false;
      }
      boolean begins = at == first || !WordCharacters.isCapital(text.charAt(at - 1));
      words += begins && WordCharacters.isCapital(text.charAt(at)) ? 1 : 0;
    }
    return words >= MIN_SHOUTED_WORDS;
  }

  private static boolean isSmallOrForeign(char c) {
    return Character.isLetter(c) && !Character.isUpperCase(c);
  }
}
