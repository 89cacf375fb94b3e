package dev.bongsu.chat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A Korean particle with two forms: one after a consonant, one after a vowel.
enum Particle {
  OBJECT("을", "를"),
  SUBJECT("이", "가"),
  TOPIC("은", "는"),
  WITH("과", "와"),
  TOWARDS("으로", "로");

  private static final char FIRST_SYLLABLE = '가';
  private static final char LAST_SYLLABLE = '힣';
  private static final int FINALS = 28;
  private static final int FINAL_RIEUL = 8;
  private static final String DIGITS_WITH_FINAL = "013678";
  private static final String LETTERS_WITH_FINAL = "lmnrLMNR";
  private static final String ENDING_IN_RIEUL = "178lrLR";

  private final String afterConsonant;
  private final String afterVowel;

  Particle(String afterConsonant, String afterVowel) {
    this.afterConsonant = afterConsonant;
    this.afterVowel = afterVowel;
  }

  /// The pairs as they stand in texts, `을(를)`, joined for a pattern.
  static String alternatives() {
    return Arrays.stream(values())
        .map(p -> Pattern.quote(p.pair()))
        .collect(Collectors.joining("|"));
  }

  static Particle of(String pair) {
    return Arrays.stream(values()).filter(p -> p.pair().equals(pair)).findFirst().orElseThrow();
  }

  /// The form that follows a word; a word that ends in neither a Hangul syllable, a Latin letter
  /// nor a digit counts as ending in a vowel.
  String after(String word) {
    String spoken = word.replaceFirst("[^\\p{L}\\p{N}]+$", "");
    if (spoken.isEmpty()) {
      return afterVowel;
    }
    char last = spoken.charAt(spoken.length() - 1);
    boolean softRieul = this == TOWARDS && endsInRieul(last);
    return endsInConsonant(last) && !softRieul ? afterConsonant : afterVowel;
  }

  private String pair() {
    return afterConsonant + "(" + afterVowel + ")";
  }

  private static boolean endsInConsonant(char last) {
    return isHangul(last)
        ? (last - FIRST_SYLLABLE) % FINALS != 0
        : (DIGITS_WITH_FINAL + LETTERS_WITH_FINAL).indexOf(last) >= 0;
  }

  private static boolean endsInRieul(char last) {
    return isHangul(last)
        ? (last - FIRST_SYLLABLE) % FINALS == FINAL_RIEUL
        : ENDING_IN_RIEUL.indexOf(last) >= 0;
  }

  private static boolean isHangul(char letter) {
    return letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE;
  }
}
