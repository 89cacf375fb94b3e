package dev.bongsu.analysis;

/// Mends what KStem makes of past forms that its word list does not have: it gives encrypted an e
/// (encrypte), and leaves both letters in scammed (scamm).
final class EnglishForms {
  private static final int SHORTEST_PAST = 4;
  private static final int SHORTEST_DOUBLED = 5;

  /// An e that is not heard follows none of these two letters.
  private static final String CLOSED = " pt ct sh ch ck mp nk sk lk rk nd ld rd nt ft lt rt xt ss ";

  /// One consonant after two vowels needs no e.
  private static final String VOWELS = "aeiou";

  private static final String AFTER_TWO_VOWELS = "dfklmnprt";
  private static final String DOUBLED = "bdgmnprtx";

  private EnglishForms() {}

  /// @param stem what KStem gave, in lower case
  /// @param last the last letter of the word as it stood in the text
  static String mended(String stem, char last) {
    String word = last == 'd' && isSpareE(stem) ? stem.substring(0, stem.length() - 1) : stem;
    return isDoubled(word) ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isSpareE(String stem) {
    int end = stem.length() - 1;
    return end >= SHORTEST_PAST
        && stem.charAt(end) == 'e'
        && (CLOSED.contains(" " + stem.substring(end - 2, end) + " ") || endsOpen(stem, end));
  }

  private static boolean endsOpen(String stem, int end) {
    return AFTER_TWO_VOWELS.indexOf(stem.charAt(end - 1)) >= 0
        && VOWELS.indexOf(stem.charAt(end - 2)) >= 0
        && VOWELS.indexOf(stem.charAt(end - 3)) >= 0;
  }

  private static boolean isDoubled(String word) {
    int end = word.length();
    return end >= SHORTEST_DOUBLED
        && word.charAt(end - 1) == word.charAt(end - 2)
        && DOUBLED.indexOf(word.charAt(end - 1)) >= 0;
  }
}
