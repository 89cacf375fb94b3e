package dev.bongsu.analysis;

/// A set of characters, tested for each character of a text; without the bounds checks and objects
/// of `BitSet`.
final class CharBitSet {
  private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

  CharBitSet(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      bits[letters.charAt(i) / Long.SIZE] |= 1L << letters.charAt(i);
    }
  }

  boolean contains(char letter) {
    return (bits[letter / Long.SIZE] >>> letter & 1) == 1;
  }
}
