package dev.bongsu.match;

/// A set of numbers other than 0. For one thread.
final class IntSet {
  private static final int SPREAD = 0x9E3779B9;

  private int[] places;
  private int size;

  /// @param expected how many may come; more may
  IntSet(int expected) {
    places = new int[Integer.highestOneBit(Math.max(4, expected)) * 4];
  }

  /// Takes a number in.
  ///
  /// @return false if it was there
  boolean add(int number) {
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

  boolean contains(int number) {
    return places[place(number)] == number;
  }

  /// Where a number is, or would be.
  private int place(int number) {
    int place = (number * SPREAD) >>> Integer.numberOfLeadingZeros(places.length - 1);
    while (places[place] != 0 && places[place] != number) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    int[] before = places;
    places = new int[before.length * 2];
    for (int number : before) {
      if (number != 0) {
        places[place(number)] = number;
      }
    }
  }
}
