package dev.bongsu.analysis;

/// A word between blanks and punctuation.
///
/// @param start of its letters among all of the text's, inclusive
/// @param end exclusive
/// @param segment words of one segment have only blanks between them
/// @param sentence words of one sentence have no full stop and no end of a line between them
/// @param line words of one line have the same
/// @param korean has a Hangul letter
/// @param attached whether a quote or bracket closes right before it: then it may be a particle
/// @param endings how it can end, see `KoreanParticles.endings`
/// @param tails bit n is set if its last n letters are nouns after another word, with or without a
///   particle
record WrittenWord(
    int start,
    int end,
    int segment,
    int sentence,
    int line,
    boolean korean,
    boolean attached,
    int endings,
    long tails) {
  /// Of what comes before a tail: shorter ones are cut off many words by chance.
  private static final int SHORTEST_HEAD = 3;

  private static final int ENDINGS = (1 << KoreanParticles.OF_NOUNS_SHIFT) - 1;

  /// Bit n is set if its last n letters can be a particle; bit 0 always.
  int leavings() {
    return endings & ENDINGS;
  }

  boolean canEndAt(int letter) {
    int left = end - letter;
    return letter > start && left <= KoreanParticles.LONGEST && (endings >> left & 1) == 1;
  }

  /// Whether letters from the beginning of the word are a name that other nouns follow: 셀트리온 in
  /// 셀트리온제약은. The analyser reads names that it does not know in another way in each compound.
  boolean canBreakAt(int letter) {
    int left = end - letter;
    return letter - start >= SHORTEST_HEAD && left < Long.SIZE && (tails >> left & 1) == 1;
  }

  /// Whether what ends here can be nothing but a noun.
  boolean canEndNounAt(int letter) {
    int ending = end - letter + KoreanParticles.OF_NOUNS_SHIFT;
    return canEndAt(letter) && !attached && (endings >> ending & 1) == 1;
  }
}
