package dev.bongsu.match;

import dev.bongsu.analysis.TextKeys;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Estimates how many of the latest texts contain a key, from a rolling sample. Thread-safe. Keys
/// share counters and old texts fade slowly: a wrong estimate costs time, never a match.
final class KeyFrequencies {
  /// One text in 16 is counted.
  private static final int SAMPLE_EVERY = 16;

  /// All counts are halved after this number of counted texts.
  private static final int HALVE_EVERY = 500;

  /// The first estimates are usable after this number of counted texts.
  private static final int FIRST_REVISION_AFTER = 25;

  private static final int COUNTER_BITS = 18;
  private static final int COUNTERS = 1 << COUNTER_BITS;

  private final AtomicIntegerArray counts = new AtomicIntegerArray(COUNTERS);
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();
  private final AtomicInteger revision = new AtomicInteger();

  /// Counts the text if it falls into the sample.
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

  /// Changes whenever the frequencies may have changed much.
  int revision() {
    return revision.get();
  }

  private static int counter(long key) {
    return (int) (key >>> (Long.SIZE - COUNTER_BITS));
  }

  int frequencyOf(long key) {
    return counts.get(counter(key));
  }

  /// The sum over the keys of an atom.
  int frequencyOf(Atom atom) {
    int[] sum = {0};
    atom.forEachKey(key -> sum[0] += frequencyOf(key));
    return sum[0];
  }
}
