package dev.bongsu.analysis;

import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Latin letters without their marks: é is e, ß is ss, ł is l.
final class LatinLetters {
  private static final char FIRST_MARKED = 0xC0;
  private static final char AFTER_MARKED = 0x250;
  private static final char FIRST_ADDITIONAL = 0x1E00;
  private static final char AFTER_ADDITIONAL = 0x1F00;
  private static final int MAX_FOLDED_LENGTH = 4;

  private LatinLetters() {}

  static boolean isMarked(char c) {
    return c >= FIRST_MARKED
        && (c < AFTER_MARKED || (c >= FIRST_ADDITIONAL && c < AFTER_ADDITIONAL));
  }

  static boolean isAscii(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /// The letters without marks, as many as they need.
  static String fold(String letters) {
    int at = 0;
    while (at < letters.length() && !isMarked(letters.charAt(at))) {
      at++;
    }
    if (at == letters.length()) {
      return letters;
    }
    char[] folded = new char[letters.length() * MAX_FOLDED_LENGTH];
    int length =
        ASCIIFoldingFilter.foldToASCII(letters.toCharArray(), 0, folded, 0, letters.length());
    return new String(folded, 0, length);
  }

  /// The way to write a German umlaut without its dots: Zuerich for Zürich; the same letters if
  /// there is none.
  static String spellOutUmlauts(String letters) {
    return letters
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("Ä", "Ae")
        .replace("Ö", "Oe")
        .replace("Ü", "Ue");
  }
}
