package dev.bongsu.match;

import dev.bongsu.analysis.TextKeys;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// How many of the latest texts had a key: a rolling sample, for all threads. Keys share counters,
/// and numbers grow old: a wrong one costs time, never a match.
final class KeyFrequencies {
  /// One text in so many is counted.
  private static final int SAMPLE_EVERY = 16;

  /// Counts are halved after so many counted texts.
  private static final int HALVE_EVERY = 500;

  /// So few say something for the first time.
  private static final int FIRST_REVISION_AFTER = 25;

  private static final int COUNTER_BITS = 18;
  private static final int COUNTERS = 1 << COUNTER_BITS;

  private final AtomicIntegerArray counts = new AtomicIntegerArray(COUNTERS);
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();
  private final AtomicInteger revision = new AtomicInteger();

  /// Counts one text of some.
  void sample(TextKeys keys) {
    if (seen.getAndIncrement() % SAMPLE_EVERY == 0) {
      count(keys);
    }
  }

  /// Counts a text.
  void count(TextKeys keys) {
    LongSet each = new LongSet(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      if (each.add(keys.get(i))) {
        counts.getAndIncrement(counter(keys.get(i)));
      }
    }
    int number = counted.incrementAndGet();
    if (number == FIRST_REVISION_AFTER || number % HALVE_EVERY == 0) {
      revision.getAndIncrement();
    }
    if (number % HALVE_EVERY == 0) {
      for (int i = 0; i < COUNTERS; i++) {
        counts.getAndUpdate(i, count -> count / 2);
      }
    }
  }

  /// Another number whenever the frequencies may have become others.
  int revision() {
    return revision.get();
  }

  private static int counter(long key) {
    return (int) (key >>> (Long.SIZE - COUNTER_BITS));
  }

  int frequencyOf(long key) {
    return counts.get(counter(key));
  }

  /// Of all keys of a leaf.
  int frequencyOf(Atom leaf) {
    int[] sum = {0};
    leaf.forEachKey(key -> sum[0] += frequencyOf(key));
    return sum[0];
  }
}
