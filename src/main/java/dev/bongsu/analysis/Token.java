package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.List;

/// A morpheme that is no ending, and its place in the order of the text.
///
/// @param exactForm the exact form of what must not be mixed up: two to five capitals (IT is not
///   it), one Hanja (美 is the country, 미 may be anything); else blank
/// @param position neighbours differ by one; a particle between them adds one, punctuation more
/// @param noun or a foreign word or a number
record Token(String form, String exactForm, int start, int end, int position, boolean noun) {
  private static final int MAX_ACRONYM_LENGTH = 5;
  private static final String EXACT_PREFIX = "=";
  private static final String VERB_PREFIX = "!";
  private static final String FILLER_PREFIX = "?";
  private static final int BREAK_GAP = 1000;

  static List<Token> of(String normal, List<Morpheme> morphemes) {
    List<Token> tokens = new ArrayList<>();
    int position = 0;
    int end = 0;
    for (Morpheme morpheme : morphemes) {
      position += WordCharacters.separatesWords(normal, end, morpheme.start()) ? BREAK_GAP : 1;
      end = Math.max(end, morpheme.end());
      if (morpheme.role() != Morpheme.Role.ENDING) {
        tokens.add(of(normal, morpheme, position));
      }
    }
    return tokens;
  }

  private static Token of(String normal, Morpheme morpheme, int position) {
    String given = normal.substring(morpheme.start(), morpheme.end());
    return new Token(
        formOf(morpheme),
        exactFormOf(given),
        morpheme.start(),
        morpheme.end(),
        position,
        morpheme.role() == Morpheme.Role.NOUN);
  }

  /// An acronym without the plural s: VPNs is VPN.
  private static String singular(String given) {
    int last = given.length() - 1;
    return last > 1 && given.charAt(last) == 's' && areCapitals(given.substring(0, last))
        ? given.substring(0, last)
        : given;
  }

  /// Whether it is an acronym or one Hanja.
  private static boolean needsExactForm(String given) {
    if (given.isEmpty() || given.length() > MAX_ACRONYM_LENGTH) {
      return false;
    }
    int first = given.codePointAt(0);
    return given.length() == Character.charCount(first)
        ? Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN
        : areCapitals(given);
  }

  private static boolean areCapitals(String given) {
    for (int i = 0; i < given.length(); i++) {
      if (!WordCharacters.isCapital(given.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// The exact form of a text; blank if it has none.
  static String exactFormOf(String given) {
    String one = singular(given);
    return needsExactForm(one) ? EXACT_PREFIX + one : "";
  }

  /// The noun 배우 (an actor) is not the verb's stem 배우- (to learn), nor 그 (he) the 그 of 그 회의.
  private static String formOf(Morpheme morpheme) {
    return switch (morpheme.role()) {
      case NOUN, ENDING -> morpheme.form();
      case VERB -> VERB_PREFIX + morpheme.form();
      case FILLER -> FILLER_PREFIX + morpheme.form();
    };
  }
}
