package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.List;

/// A morpheme that is no ending, and its place in the order of the text.
///
/// @param written the exact form of what must not be mixed up: two to five capitals (IT is not it),
///   one Hanja (美 is the country, 미 may be anything); else blank
/// @param position neighbours differ by one; a particle between them adds one, punctuation more
/// @param noun or a foreign word or a number
record Token(String form, String written, int start, int end, int position, boolean noun) {
  private static final int LONGEST_ACRONYM = 5;
  private static final String WRITTEN = "=";
  private static final String VERB = "!";
  private static final String FILLER = "?";
  private static final int BREAK = 1000;

  static List<Token> of(String normal, List<Morpheme> morphemes) {
    List<Token> tokens = new ArrayList<>();
    int position = 0;
    int end = 0;
    for (Morpheme morpheme : morphemes) {
      position += Letters.isBreak(normal, end, morpheme.start()) ? BREAK : 1;
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
        writtenIn(given),
        morpheme.start(),
        morpheme.end(),
        position,
        morpheme.role() == Morpheme.Role.NOUN);
  }

  /// Several VPNs are VPN too.
  private static String singular(String given) {
    int last = given.length() - 1;
    return last > 1 && given.charAt(last) == 's' && areCapitals(given.substring(0, last))
        ? given.substring(0, last)
        : given;
  }

  /// Whether it is an acronym or one Hanja.
  private static boolean isExact(String given) {
    if (given.isEmpty() || given.length() > LONGEST_ACRONYM) {
      return false;
    }
    int first = given.codePointAt(0);
    return given.length() == Character.charCount(first)
        ? Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN
        : areCapitals(given);
  }

  private static boolean areCapitals(String given) {
    for (int i = 0; i < given.length(); i++) {
      if (given.charAt(i) < 'A' || given.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  /// The exact form of what stands in a text; blank if it has none.
  static String writtenIn(String given) {
    String one = singular(given);
    return isExact(one) ? WRITTEN + one : "";
  }

  /// The noun 배우 (an actor) is not the verb's stem 배우- (to learn), nor 그 (he) the 그 of 그 회의.
  private static String formOf(Morpheme morpheme) {
    return switch (morpheme.role()) {
      case NOUN, ENDING -> morpheme.form();
      case VERB -> VERB + morpheme.form();
      case FILLER -> FILLER + morpheme.form();
    };
  }
}
