package dev.bongsu.analysis;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to look for in an index to find the texts in which a term may stand: tokens, and pairs of
/// neighbouring letters. Pairs are few and the same in all texts, where words read as one, with and
/// without their particles, would be thousands a text.
final class IndexTerms {
  static final String TOKEN = "t";
  private static final String BIGRAM = "p";
  private static final String CHARACTER = "l";

  private IndexTerms() {}

  static Set<String> ofTokens(Stream<String> forms) {
    return forms.map(form -> TOKEN + form).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// @param letters without anything between
  static Set<String> ofCharacters(String letters) {
    Set<String> clues = new LinkedHashSet<>();
    for (int at = 0; at < letters.length(); at++) {
      clues.add(CHARACTER + letters.charAt(at));
      if (at > 0) {
        clues.add(BIGRAM + letters.substring(at - 1, at + 1));
      }
    }
    return clues;
  }
}
