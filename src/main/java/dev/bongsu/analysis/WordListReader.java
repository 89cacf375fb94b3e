package dev.bongsu.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;

/// The lines of one of the operator's lists.
public final class WordListReader {
  private WordListReader() {}

  /// All lines in order, in form NFKC, without comments and outer blanks; blank where there was
  /// nothing else.
  public static List<String> readLines(Reader source) {
    try {
      return new BufferedReader(source)
          .readAllLines().stream().map(WordListReader::withoutComment).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutComment(String line) {
    String words = line.replace("\uFEFF", "").replaceFirst("#.*", "");
    return Normalizer.normalize(words, Normalizer.Form.NFKC).strip();
  }
}
