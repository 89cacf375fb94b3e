package dev.bongsu.config;

import dev.bongsu.analysis.Dictionary;
import dev.bongsu.analysis.Synonyms;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/// The operator's word lists.
///
/// @param dictionary Korean words that analysis does not divide
/// @param synonyms words with the same meaning
public record WordLists(Dictionary dictionary, Synonyms synonyms) {
  public static final String DICTIONARY = "config/dictionary-ko.txt";
  public static final String SYNONYMS = "config/synonyms.txt";
  public static final String BILINGUAL = "config/bilingual-ko-en.txt";

  /// Reads both; each list skips and reports its invalid lines.
  ///
  /// @throws UncheckedIOException if one cannot be read
  static WordLists read() {
    try (Reader words = ConfigFile.open(DICTIONARY);
        Reader pairs = ConfigFile.open(SYNONYMS)) {
      return new WordLists(Dictionary.read(words), Synonyms.read(pairs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
