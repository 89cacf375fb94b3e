package dev.bongsu.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A map from numbers to values that one thread changes while any number read without locks. Made
/// by hand: it takes 13 bytes a slot at a load of a half to two thirds, and no object for a key.
/// The slots of removed keys are freed when the table is rebuilt, at the latest when they are more
/// than half of the used ones.
final class LongMap<V> {
  private static final VarHandle KEY = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle VALUE = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final int MIN_CAPACITY = 16;

  /// Marks an empty slot; as a key it is replaced by another number.
  private static final long EMPTY = 0;

  private static final long EMPTY_KEY_SUBSTITUTE = 0x5DEECE66DL;

  private volatile Table table = new Table(MIN_CAPACITY);
  private int size;

  private static final class Table {
    final long[] keys;
    final @Nullable Object[] values;

    /// A Bloom filter with one bit for each key and four bits a slot: small enough to stay in the
    /// processor's cache, and it rejects most keys that are not in the map.
    final long[] filter;

    /// Slots whose key is set, even if its value was removed.
    int used;

    Table(int capacity) {
      keys = new long[capacity];
      values = new Object[capacity];
      filter = new long[capacity / 16];
    }

    boolean mightContain(long key) {
      return (filter[(int) (key >>> 40) & (filter.length - 1)] >>> (key >>> 34) & 1) != 0;
    }

    void addToFilter(long key) {
      filter[(int) (key >>> 40) & (filter.length - 1)] |= 1L << (key >>> 34);
    }

    /// The slot of a key, or the empty one where it belongs.
    int findSlot(long key) {
      int slot = (int) (key ^ (key >>> 32)) & (keys.length - 1);
      while (true) {
        long there = (long) KEY.getAcquire(keys, slot);
        if (there == key || there == EMPTY) {
          return slot;
        }
        slot = (slot + 1) & (keys.length - 1);
      }
    }
  }

  private static long storedKey(long key) {
    return key == EMPTY ? EMPTY_KEY_SUBSTITUTE : key;
  }

  /// Whether a key may be in the map; few false positives.
  boolean mightContain(long key) {
    return table.mightContain(storedKey(key));
  }

  @SuppressWarnings("unchecked")
  @Nullable V get(long wanted) {
    long key = storedKey(wanted);
    Table now = table;
    int slot = now.findSlot(key);
    return now.keys[slot] == key ? (V) VALUE.getAcquire(now.values, slot) : null;
  }

  /// Writer thread only.
  void put(long wanted, V value) {
    long key = storedKey(wanted);
    Table now = table;
    int slot = now.findSlot(key);
    if (now.keys[slot] == EMPTY && (now.used + 1) * 3 > now.keys.length * 2) {
      now = rebuild();
      slot = now.findSlot(key);
    }
    size += now.values[slot] == null ? 1 : 0;
    VALUE.setRelease(now.values, slot, value);
    if (now.keys[slot] == EMPTY) {
      now.used++;
      now.addToFilter(key);
      KEY.setRelease(now.keys, slot, key);
    }
  }

  /// No effect if the key is not in the map. Writer thread only.
  void remove(long wanted) {
    long key = storedKey(wanted);
    Table now = table;
    int slot = now.findSlot(key);
    if (now.keys[slot] == key && now.values[slot] != null) {
      VALUE.setRelease(now.values, slot, null);
      size--;
      if (now.used > MIN_CAPACITY && size < now.used / 2) {
        rebuild();
      }
    }
  }

  private Table rebuild() {
    Table old = table;
    int capacity = Math.max(MIN_CAPACITY, Integer.highestOneBit(size + 1) * 4);
    Table fresh = new Table(capacity);
    for (int i = 0; i < old.keys.length; i++) {
      if (old.keys[i] != EMPTY && old.values[i] != null) {
        int slot = fresh.findSlot(old.keys[i]);
        fresh.keys[slot] = old.keys[i];
        fresh.values[slot] = old.values[i];
        fresh.used++;
        fresh.addToFilter(old.keys[i]);
      }
    }
    table = fresh;
    return fresh;
  }

  int size() {
    return size;
  }

  /// Visits the values of some slots. Writer thread only.
  ///
  /// @return the slot to continue at; 0 after the last one
  int scan(int from, int slots, Consumer<V> consumer) {
    Table now = table;
    int end = Math.min(from + slots, now.values.length);
    for (int i = from; i < end; i++) {
      accept(now.values[i], consumer);
    }
    return end >= now.values.length ? 0 : end;
  }

  @SuppressWarnings("unchecked")
  private static <V> void accept(@Nullable Object value, Consumer<V> consumer) {
    if (value != null) {
      consumer.accept((V) value);
    }
  }

  /// The number of slots, for tests.
  int capacity() {
    return table.keys.length;
  }
}
