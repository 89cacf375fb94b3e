package dev.bongsu.text;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// The surfaces of one text by their keys: a table of chains.
final class Surfaces {
  private static final int NONE = -1;

  private final int[] heads;
  private long[] keys;
  private int[] starts;
  private int[] ends;
  private int[] nexts;
  private int size;

  /// @param expected how many will come, about
  Surfaces(int expected) {
    int capacity = Math.max(16, expected);
    heads = new int[Integer.highestOneBit(capacity) * 2];
    Arrays.fill(heads, NONE);
    keys = new long[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    nexts = new int[capacity];
  }

  /// @param start its first letter
  /// @param end exclusive
  void add(long key, int start, int end) {
    if (size == keys.length) {
      grow();
    }
    int head = head(key);
    keys[size] = key;
    starts[size] = start;
    ends[size] = end;
    nexts[size] = heads[head];
    heads[head] = size++;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, size * 2);
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    nexts = Arrays.copyOf(nexts, size * 2);
  }

  private int head(long key) {
    return (int) key & (heads.length - 1);
  }

  /// A surface of a key; negative if there is none.
  int first(long key) {
    return from(heads[head(key)], key);
  }

  /// Another one of the same key; negative if there is none.
  int next(int surface) {
    return from(nexts[surface], keys[surface]);
  }

  private int from(int link, long key) {
    int at = link;
    while (at != NONE && keys[at] != key) {
      at = nexts[at];
    }
    return at;
  }

  int start(int surface) {
    return starts[surface];
  }

  int end(int surface) {
    return ends[surface];
  }

  void forEachKey(LongConsumer consumer) {
    for (int i = 0; i < size; i++) {
      consumer.accept(keys[i]);
    }
  }
}
