package dev.bongsu.chat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Korean particle with two forms: one after a consonant, one after a vowel. Chooses the form to
/// print; `analysis.KoreanParticles` strips particles from words.
enum KoreanParticlePair {
  OBJECT("을", "를"),
  SUBJECT("이", "가"),
  TOPIC("은", "는"),
  WITH("과", "와"),
  TOWARDS("으로", "로");

  private static final char FIRST_SYLLABLE = '가';
  private static final char LAST_SYLLABLE = '힣';
  private static final int FINAL_CONSONANTS = 28;
  private static final int FINAL_RIEUL = 8;

  /// Digits and capitals by their names, small letters as the end of a word: 슬랙, 피싱, 텔레그램, 봇, but
  /// 서버.
  private static final Pattern LATIN_CONSONANT =
      Pattern.compile(".*(?:[013678LMNRlmn]|ng|ck|[aeiou][kpt])", Pattern.DOTALL);

  private static final String ENDING_IN_RIEUL = "178lLR";

  /// Enough of a word's end to know its last sound.
  private static final int MAX_END_CHARACTERS = 20;

  private final String afterConsonant;
  private final String afterVowel;

  KoreanParticlePair(String afterConsonant, String afterVowel) {
    this.afterConsonant = afterConsonant;
    this.afterVowel = afterVowel;
  }

  /// The pairs as texts contain them, `을(를)`, as alternatives of a regular expression.
  static String alternatives() {
    return Arrays.stream(values())
        .map(p -> Pattern.quote(p.pair()))
        .collect(Collectors.joining("|"));
  }

  static KoreanParticlePair of(String pair) {
    return Arrays.stream(values()).filter(p -> p.pair().equals(pair)).findFirst().orElseThrow();
  }

  /// The form that follows a word; a word that ends in neither a Hangul syllable, a Latin letter
  /// nor a digit counts as ending in a vowel.
  String formAfter(String word) {
    String spoken = spokenEnd(word);
    if (spoken.isEmpty()) {
      return afterVowel;
    }
    boolean softRieul = this == TOWARDS && endsInRieul(spoken.charAt(spoken.length() - 1));
    return endsInConsonant(spoken) && !softRieul ? afterConsonant : afterVowel;
  }

  /// The last letters and digits, in composed form.
  private static String spokenEnd(String word) {
    int end = word.length();
    while (end > 0 && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return Normalizer.normalize(
        word.substring(Math.max(0, end - MAX_END_CHARACTERS), end), Normalizer.Form.NFKC);
  }

  private String pair() {
    return afterConsonant + "(" + afterVowel + ")";
  }

  private static boolean endsInConsonant(String spoken) {
    char last = spoken.charAt(spoken.length() - 1);
    return isHangul(last)
        ? (last - FIRST_SYLLABLE) % FINAL_CONSONANTS != 0
        : LATIN_CONSONANT.matcher(spoken).matches();
  }

  private static boolean endsInRieul(char last) {
    return isHangul(last)
        ? (last - FIRST_SYLLABLE) % FINAL_CONSONANTS == FINAL_RIEUL
        : ENDING_IN_RIEUL.indexOf(last) >= 0;
  }

  private static boolean isHangul(char character) {
    return character >= FIRST_SYLLABLE && character <= LAST_SYLLABLE;
  }
}
