package dev.bongsu.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A map from numbers to values that one thread changes while any number read without waiting.
/// Takes 13 bytes a place at a load of a half to two thirds. Removed keys leave room that is taken
/// back when the table is next rebuilt, at the latest when they are more than those that are left.
final class LongMap<V> {
  private static final VarHandle KEY = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle VALUE = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final int MIN_CAPACITY = 16;

  /// Marks an empty place, so it stands for another number as a key.
  private static final long EMPTY = 0;

  private static final long EMPTY_KEY_SUBSTITUTE = 0x5DEECE66DL;

  private volatile Table table = new Table(MIN_CAPACITY);
  private int size;

  private static final class Table {
    final long[] keys;
    final @Nullable Object[] values;

    /// Of each key one bit of four times as many as there are places: small enough to stay in the
    /// processor's cache, it says of most strangers that they are none of ours.
    final long[] filter;

    /// Places whose key is set, also if its value is gone.
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

    /// The place of a key, or the empty place where it would be.
    int findSlot(long key) {
      int place = (int) (key ^ (key >>> 32)) & (keys.length - 1);
      while (true) {
        long there = (long) KEY.getAcquire(keys, place);
        if (there == key || there == EMPTY) {
          return place;
        }
        place = (place + 1) & (keys.length - 1);
      }
    }
  }

  private static long storedKey(long key) {
    return key == EMPTY ? EMPTY_KEY_SUBSTITUTE : key;
  }

  /// Whether a key may be there; says so of few that are not.
  boolean mightContain(long key) {
    return table.mightContain(storedKey(key));
  }

  @SuppressWarnings("unchecked")
  @Nullable V get(long wanted) {
    long key = storedKey(wanted);
    Table now = table;
    int place = now.findSlot(key);
    return now.keys[place] == key ? (V) VALUE.getAcquire(now.values, place) : null;
  }

  /// For the writer.
  void put(long wanted, V value) {
    long key = storedKey(wanted);
    Table now = table;
    int place = now.findSlot(key);
    if (now.keys[place] == EMPTY && (now.used + 1) * 3 > now.keys.length * 2) {
      now = rebuild();
      place = now.findSlot(key);
    }
    size += now.values[place] == null ? 1 : 0;
    VALUE.setRelease(now.values, place, value);
    if (now.keys[place] == EMPTY) {
      now.used++;
      now.addToFilter(key);
      KEY.setRelease(now.keys, place, key);
    }
  }

  /// For the writer. A key that is not there is fine.
  void remove(long wanted) {
    long key = storedKey(wanted);
    Table now = table;
    int place = now.findSlot(key);
    if (now.keys[place] == key && now.values[place] != null) {
      VALUE.setRelease(now.values, place, null);
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
        int place = fresh.findSlot(old.keys[i]);
        fresh.keys[place] = old.keys[i];
        fresh.values[place] = old.values[i];
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

  /// Takes a look at the values of some places of the table, from one on. For the writer.
  ///
  /// @return the place to go on at; 0 when all have been seen
  int scan(int from, int places, Consumer<V> consumer) {
    Table now = table;
    int end = Math.min(from + places, now.values.length);
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

  /// Places in the table, for tests.
  int capacity() {
    return table.keys.length;
  }
}
