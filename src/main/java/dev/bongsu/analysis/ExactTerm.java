package dev.bongsu.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;

/// Words as they are written, one after the other with nothing but blanks between; the last may end
/// in a Korean particle. Letter case counts if one character is a capital.
///
/// @param words the characters of each, at least one word
/// @param signs that belong to the last one, as in C++; may be blank
record ExactTerm(List<String> words, String signs) implements SearchTerm {

  ExactTerm {
    words = List.copyOf(words);
  }

  @Override
  public List<TermKey> keys(LongToIntFunction frequency) {
    return List.of(new TermKey(KeyHashes.surface(longestWordHash()), 0, false));
  }

  /// The hash of the longest word.
  long longestWordHash() {
    String longest = words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    return KeyHashes.hash(Loanwords.fold(WordCharacters.surfaceForm(longest)));
  }

  /// The characters of all words.
  String letters() {
    return String.join("", words);
  }

  boolean isCaseSensitive() {
    return words.stream().anyMatch(word -> !word.equals(WordCharacters.toLowerCase(word)));
  }

  @Override
  public List<Set<String>> indexTerms() {
    return List.of(IndexTerms.ofCharacters(WordCharacters.surfaceForm(letters())));
  }

  @Override
  public String canonical() {
    return "=" + String.join(" ", words) + signs;
  }
}
