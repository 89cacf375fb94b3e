package dev.bongsu.text;

import java.util.Arrays;

/// The keys of one text, see `SearchTerm.keys`; some come more than once. For one thread.
public final class TextKeys {
  private long[] keys;
  private int size;
  private int tokens;

  /// @param expected how many will come, about
  TextKeys(int expected) {
    keys = new long[Math.max(16, expected)];
  }

  void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }

  /// What came up to now are the keys of single tokens.
  void tokensEnd() {
    tokens = size;
  }

  public int size() {
    return size;
  }

  public long get(int index) {
    return keys[index];
  }

  /// How many of them, the first ones, are the keys of single tokens.
  public int tokens() {
    return tokens;
  }
}
