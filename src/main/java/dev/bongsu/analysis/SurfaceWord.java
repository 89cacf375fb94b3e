package dev.bongsu.analysis;

/// A word between blanks and punctuation.
///
/// @param start of its characters among all of the text's, inclusive
/// @param end exclusive
/// @param segment words of one segment have only blanks between them
/// @param sentence words of one sentence have no full stop and no end of a line between them
/// @param korean has a Hangul syllable
/// @param afterClosingMark whether a quote or bracket closes right before it: then it may be a
///   particle
/// @param endingMask how it can end, see `KoreanParticles.endingMask`
/// @param nounTailMask bit n is set if its last n characters are nouns after another word, with or
///   without a particle
record SurfaceWord(
    int start,
    int end,
    int segment,
    int sentence,
    boolean korean,
    boolean afterClosingMark,
    int endingMask,
    long nounTailMask) {
  /// Of what comes before a tail: shorter ones are cut off many words by chance.
  private static final int MIN_HEAD_LENGTH = 3;

  private static final int PARTICLE_BITS = (1 << KoreanParticles.NOUN_ONLY_SHIFT) - 1;

  /// Bit n is set if its last n characters can be a particle; bit 0 always.
  int particleMask() {
    return endingMask & PARTICLE_BITS;
  }

  boolean canEndAt(int letter) {
    int left = end - letter;
    return letter > start && left <= KoreanParticles.MAX_LENGTH && (endingMask >> left & 1) == 1;
  }

  /// Whether characters from the beginning of the word are a name that other nouns follow: 셀트리온 in
  /// 셀트리온제약은. The analyser reads names that it does not know in another way in each compound.
  boolean canSplitAt(int letter) {
    int left = end - letter;
    return letter - start >= MIN_HEAD_LENGTH && left < Long.SIZE && (nounTailMask >> left & 1) == 1;
  }

  /// Whether what ends here can be nothing but a noun.
  boolean canEndNounAt(int letter) {
    int ending = end - letter + KoreanParticles.NOUN_ONLY_SHIFT;
    return canEndAt(letter) && !afterClosingMark && (endingMask >> ending & 1) == 1;
  }
}
