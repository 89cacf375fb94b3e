package dev.bongsu.match;

/// A set of numbers other than 0. For one thread. Made by hand: a `HashSet<Long>` would allocate an
/// object for each of the thousands of keys of an article.
final class LongSet {
  private static final long HASH_MULTIPLIER = 0x9E3779B97F4A7C15L;

  private long[] slots;
  private int size;

  /// @param expected number of elements; more are possible
  LongSet(int expected) {
    slots = new long[Integer.highestOneBit(Math.max(4, expected)) * 4];
  }

  /// Adds a number.
  ///
  /// @return false if it was in the set
  boolean add(long number) {
    int slot = findSlot(number);
    if (slots[slot] == number) {
      return false;
    }
    slots[slot] = number;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  boolean contains(long number) {
    return slots[findSlot(number)] == number;
  }

  /// The slot of a number, or the empty one where it belongs.
  private int findSlot(long number) {
    int slot =
        (int) ((number * HASH_MULTIPLIER) >>> (Integer.numberOfLeadingZeros(slots.length) + 33));
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long number : before) {
      if (number != 0) {
        slots[findSlot(number)] = number;
      }
    }
  }
}
