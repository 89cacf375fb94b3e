package dev.bongsu.analysis;

import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;

/// The beginning of a word, or of a part of a compound that the analyser knows.
///
/// @param prefix in lower case, at least one
record PrefixTerm(String prefix) implements SearchTerm {

  @Override
  public List<TermKey> keys(LongToIntFunction frequency) {
    return List.of(new TermKey(KeyHashes.prefix(KeyHashes.hash(prefix)), 0, true));
  }

  @Override
  public int prefixLength() {
    return prefix.length();
  }

  @Override
  public List<Set<String>> indexTerms() {
    return List.of(IndexTerms.ofCharacters(prefix));
  }

  @Override
  public String canonical() {
    return prefix + "*";
  }
}
