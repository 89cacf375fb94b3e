package dev.bongsu.analysis;

import java.util.Arrays;
import java.util.function.LongPredicate;

/// The keys of one text, see `SearchTerm.keys`; at first some come more than once. For one thread.
public final class TextKeys {
  private long[] keys;
  private int size;
  private int tokenKeyCount;

  /// @param expected how many will come, about
  TextKeys(int expected) {
    keys = new long[Math.max(16, expected)];
  }

  /// Adds one.
  public void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }

  /// What came up to now are the keys of single tokens.
  void markTokensEnd() {
    tokenKeyCount = size;
  }

  /// Keeps those keys only of which this is said.
  public void retainIf(LongPredicate wanted) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (wanted.test(keys[i])) {
        keys[kept++] = keys[i];
      }
    }
    size = kept;
    tokenKeyCount = Math.min(tokenKeyCount, kept);
  }

  public int size() {
    return size;
  }

  public long get(int index) {
    return keys[index];
  }

  /// How many of them, the first ones, are the keys of single tokens.
  public int tokenKeyCount() {
    return tokenKeyCount;
  }
}
