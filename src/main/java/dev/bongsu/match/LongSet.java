package dev.bongsu.match;

/// A set of numbers other than 0. For one thread.
final class LongSet {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] places;
  private int size;

  /// @param expected how many may come; more may
  LongSet(int expected) {
    places = new long[Integer.highestOneBit(Math.max(4, expected)) * 4];
  }

  /// Takes a number in.
  ///
  /// @return false if it was there
  boolean add(long number) {
    int place = place(number);
    if (places[place] == number) {
      return false;
    }
    places[place] = number;
    size++;
    if (size * 2 > places.length) {
      grow();
    }
    return true;
  }

  boolean contains(long number) {
    return places[place(number)] == number;
  }

  /// Where a number is, or would be.
  private int place(long number) {
    int place = (int) ((number * SPREAD) >>> (Integer.numberOfLeadingZeros(places.length) + 33));
    while (places[place] != 0 && places[place] != number) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] before = places;
    places = new long[before.length * 2];
    for (long number : before) {
      if (number != 0) {
        places[place(number)] = number;
      }
    }
  }
}
