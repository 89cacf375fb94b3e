package dev.bongsu.analysis;

import java.util.Arrays;
import java.util.function.LongPredicate;

/// The keys of one text, see `SearchTerm.keys`, with duplicates. For one thread.
public final class TextKeys {
  private long[] keys;
  private int size;
  private int tokenKeyCount;

  /// @param expected number of keys, an estimate
  TextKeys(int expected) {
    keys = new long[Math.max(16, expected)];
  }

  public void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }

  /// Marks the keys added so far as those of single tokens.
  void markTokensEnd() {
    tokenKeyCount = size;
  }

  /// Removes the keys that do not satisfy the predicate.
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

  /// The number of keys of single tokens, which come first.
  public int tokenKeyCount() {
    return tokenKeyCount;
  }
}
