package dev.bongsu.analysis;

import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;

/// The beginning of a word, or of a part of a compound that the analyser knows.
///
/// @param letters in lower case, at least one
record PrefixTerm(String letters) implements SearchTerm {

  @Override
  public List<TermKey> keys(LongToIntFunction frequency) {
    return List.of(new TermKey(Keys.prefix(Keys.hash(letters)), 0, true));
  }

  @Override
  public int prefixLength() {
    return letters.length();
  }

  @Override
  public List<Set<String>> clues() {
    return List.of(Clues.ofLetters(letters));
  }

  @Override
  public String canonical() {
    return letters + "*";
  }
}
