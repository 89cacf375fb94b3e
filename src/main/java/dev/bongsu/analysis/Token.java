package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.List;

/// A morpheme that is no ending, and its place in the order of the text.
///
/// @param exactForm another form it is found by, see `ExactForms`; blank if there is none
/// @param position neighbours differ by one; a particle between them adds one, punctuation more
/// @param noun or a foreign word or a number
record Token(String form, String exactForm, int start, int end, int position, boolean noun) {
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
    return new Token(
        formOf(morpheme),
        ExactForms.of(normal, morpheme.start(), morpheme.end()),
        morpheme.start(),
        morpheme.end(),
        position,
        morpheme.role() == Morpheme.Role.NOUN);
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
