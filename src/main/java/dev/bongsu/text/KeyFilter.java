package dev.bongsu.text;

/// A set of keys that now and then takes a stranger for a member: one bit each of at most 2 MB.
final class KeyFilter {
  private static final int SPARSENESS = 8;
  private static final int MOST_WORDS = 1 << 18;

  private final long[] bits;

  KeyFilter(int expected) {
    int words = Integer.highestOneBit(Math.max(1, expected / (Long.SIZE / SPARSENESS))) * 2;
    bits = new long[Math.min(words, MOST_WORDS)];
  }

  void add(long key) {
    bits[(int) (key >>> 6) & (bits.length - 1)] |= 1L << key;
  }

  boolean mayHave(long key) {
    return (bits[(int) (key >>> 6) & (bits.length - 1)] & 1L << key) != 0;
  }
}
