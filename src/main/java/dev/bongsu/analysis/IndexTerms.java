package dev.bongsu.analysis;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The terms under which an index of texts stores a text: its tokens and the pairs of neighbouring
/// characters. There are few different pairs; joined words, with and without their particles, would
/// be thousands a text.
final class IndexTerms {
  private static final String TOKEN = "t";
  private static final String BIGRAM = "p";
  private static final String CHARACTER = "l";

  private IndexTerms() {}

  static String ofToken(String form) {
    return TOKEN + form;
  }

  static Set<String> ofTokens(Stream<String> forms) {
    return forms.map(IndexTerms::ofToken).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// @param letters without anything between
  static Set<String> ofCharacters(String letters) {
    Set<String> terms = new LinkedHashSet<>();
    for (int at = 0; at < letters.length(); at++) {
      terms.add(CHARACTER + letters.charAt(at));
      if (at > 0) {
        terms.add(BIGRAM + letters.substring(at - 1, at + 1));
      }
    }
    return terms;
  }
}
