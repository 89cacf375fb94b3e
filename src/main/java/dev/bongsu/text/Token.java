package dev.bongsu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A morpheme that counts, and its place in the order of the text.
///
/// @param acronym the case-sensitive form of two to five capitals standing together; else blank
/// @param position neighbours differ by one; a particle between them adds one, punctuation more
record Token(String form, String acronym, int start, int end, int position) {
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]{2,5}");
  private static final String ACRONYM = "=";
  private static final String VERB = "!";
  private static final int BREAK = 1000;

  static List<Token> of(String normal, List<Morpheme> morphemes) {
    List<Token> tokens = new ArrayList<>();
    int position = 0;
    int end = 0;
    for (Morpheme morpheme : morphemes) {
      position += Letters.isBreak(normal, end, morpheme.start()) ? BREAK : 1;
      end = Math.max(end, morpheme.end());
      if (morpheme.role().counts()) {
        tokens.add(of(normal, morpheme, position));
      }
    }
    return tokens;
  }

  private static Token of(String normal, Morpheme morpheme, int position) {
    String written = normal.substring(morpheme.start(), morpheme.end());
    return new Token(
        morpheme.role() == Morpheme.Role.VERB ? VERB + morpheme.form() : morpheme.form(),
        CAPITALS.matcher(written).matches() ? ACRONYM + written : "",
        morpheme.start(),
        morpheme.end(),
        position);
  }
}
