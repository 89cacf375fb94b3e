package dev.bongsu.match;

/// A set of numbers other than 0. For one thread.
final class LongSet {
  private static final long HASH_MULTIPLIER = 0x9E3779B97F4A7C15L;

  private long[] slots;
  private int size;

  /// @param expected how many may come; more may
  LongSet(int expected) {
    slots = new long[Integer.highestOneBit(Math.max(4, expected)) * 4];
  }

  /// Takes a number in.
  ///
  /// @return false if it was there
  boolean add(long number) {
    int place = findSlot(number);
    if (slots[place] == number) {
      return false;
    }
    slots[place] = number;
    size++;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  boolean contains(long number) {
    return slots[findSlot(number)] == number;
  }

  /// Where a number is, or would be.
  private int findSlot(long number) {
    int place =
        (int) ((number * HASH_MULTIPLIER) >>> (Integer.numberOfLeadingZeros(slots.length) + 33));
    while (slots[place] != 0 && slots[place] != number) {
      place = (place + 1) & (slots.length - 1);
    }
    return place;
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
