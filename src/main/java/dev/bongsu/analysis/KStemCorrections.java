package dev.bongsu.analysis;

/// Corrects the stems that KStem gives for past forms missing in its word list: it gives encrypted
/// an e (encrypte), and leaves both letters in scammed (scamm).
final class KStemCorrections {
  private static final int MIN_PAST_LENGTH = 4;
  private static final int MIN_DOUBLED_LENGTH = 5;

  /// A silent e follows none of these two letters.
  private static final String NO_SILENT_E_AFTER =
      " pt ct sh ch ck mp nk sk lk rk nd ld rd nt ft lt rt xt ss ";

  /// One consonant after two vowels needs no e.
  private static final String VOWELS = "aeiou";

  private static final String AFTER_TWO_VOWELS = "dfklmnprt";
  private static final String DOUBLED_CONSONANTS = "bdgmnprtx";

  private KStemCorrections() {}

  /// @param stem what KStem gave, in lower case
  /// @param last the last letter of the word as it stood in the text
  static String correct(String stem, char last) {
    String word = last == 'd' && hasSpuriousE(stem) ? stem.substring(0, stem.length() - 1) : stem;
    return endsInDoubledConsonant(word) ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean hasSpuriousE(String stem) {
    int end = stem.length() - 1;
    return end >= MIN_PAST_LENGTH
        && stem.charAt(end) == 'e'
        && (NO_SILENT_E_AFTER.contains(" " + stem.substring(end - 2, end) + " ")
            || endsInTwoVowelsAndConsonant(stem, end));
  }

  private static boolean endsInTwoVowelsAndConsonant(String stem, int end) {
    return AFTER_TWO_VOWELS.indexOf(stem.charAt(end - 1)) >= 0
        && VOWELS.indexOf(stem.charAt(end - 2)) >= 0
        && VOWELS.indexOf(stem.charAt(end - 3)) >= 0;
  }

  private static boolean endsInDoubledConsonant(String word) {
    int end = word.length();
    return end >= MIN_DOUBLED_LENGTH
        && word.charAt(end - 1) == word.charAt(end - 2)
        && DOUBLED_CONSONANTS.indexOf(word.charAt(end - 1)) >= 0;
  }
}
