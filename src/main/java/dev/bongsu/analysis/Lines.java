package dev.bongsu.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;

/// The lines of one of the operator's lists.
final class Lines {
  private Lines() {}

  /// All lines in order, in form NFKC, without comments and outer blanks; blank where there was
  /// nothing else.
  static List<String> of(Reader source) {
    try {
      return new BufferedReader(source).readAllLines().stream().map(Lines::content).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(String line) {
    String words = line.replace("\uFEFF", "").replaceFirst("#.*", "");
    return Normalizer.normalize(words, Normalizer.Form.NFKC).strip();
  }
}
