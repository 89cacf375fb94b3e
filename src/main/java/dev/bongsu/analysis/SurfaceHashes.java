package dev.bongsu.analysis;

/// The hash of every stretch of a text's word characters, in constant time.
final class SurfaceHashes {
  static final int MAX_LENGTH = 100;
  private static final long[] POWERS = KeyHashes.powers(MAX_LENGTH);

  /// For each character the hash of all characters before it, as written and as in foreign words.
  private final long[] written;

  private final long[] folded;

  /// For each character the number before it that only foreign words have.
  private final int[] foreign;

  SurfaceHashes(char[] characters) {
    written = new long[characters.length + 1];
    folded = new long[characters.length + 1];
    foreign = new int[characters.length + 1];
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      written[i + 1] = KeyHashes.append(written[i], c);
      folded[i + 1] = KeyHashes.append(folded[i], Loanwords.fold(c));
      foreign[i + 1] = foreign[i] + (Loanwords.isForeign(c) ? 1 : 0);
    }
  }

  /// Of a surface as it is compared, see `Loanwords.fold`.
  long of(int from, int to) {
    return hash(isForeign(from, to) ? folded : written, from, to);
  }

  long asWritten(int from, int to) {
    return hash(written, from, to);
  }

  private static long hash(long[] hashes, int from, int to) {
    return KeyHashes.suffixHash(hashes[to], hashes[from], POWERS[to - from]);
  }

  /// Whether a surface is a foreign word, which is compared in one spelling.
  boolean isForeign(int from, int to) {
    return to - from >= Loanwords.MIN_LENGTH && foreign[to] > foreign[from];
  }
}
