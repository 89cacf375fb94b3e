package dev.bongsu.match;

import dev.bongsu.query.Condition;

/// A distinct query, where it is filed, and under which ids it stands.
final class Filed {
  final Condition condition;

  /// Each once.
  final long[] keys;

  final Slots<Standing> standing = new Slots<>();

  /// Its slot under each key.
  private final int[] slots;

  Filed(Condition condition, long[] keys) {
    this.condition = condition;
    this.keys = keys;
    this.slots = new int[keys.length];
  }

  int slot(long key) {
    return slots[indexOf(key)];
  }

  void slot(long key, int slot) {
    slots[indexOf(key)] = slot;
  }

  private int indexOf(long key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    throw new IllegalArgumentException("not filed under this key");
  }

  /// One id of a query.
  static final class Standing {
    final long id;
    final Filed filed;
    int slot;

    Standing(long id, Filed filed) {
      this.id = id;
      this.filed = filed;
    }
  }
}
