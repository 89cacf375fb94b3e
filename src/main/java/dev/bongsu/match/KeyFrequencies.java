package dev.bongsu.match;

import dev.bongsu.text.AnalysedText;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// How many of the latest texts had a key: a rolling sample, for all threads. Keys share counters,
/// and numbers grow old: a wrong one costs time, never a match.
final class KeyFrequencies {
  /// One text in so many is counted.
  private static final int EVERY = 8;

  /// Counts are halved after so many counted texts.
  private static final int SAMPLE = 500;

  private static final int COUNTERS = 1 << 16;

  private final AtomicIntegerArray counts = new AtomicIntegerArray(COUNTERS);
  private final AtomicInteger seen = new AtomicInteger();

  void sample(AnalysedText text) {
    int number = seen.getAndIncrement();
    if (number % EVERY == 0) {
      text.forEachKey(key -> counts.getAndIncrement(counter(key)));
    }
    if (number % (EVERY * SAMPLE) == EVERY * SAMPLE - 1) {
      for (int i = 0; i < COUNTERS; i++) {
        counts.getAndUpdate(i, count -> count / 2);
      }
    }
  }

  private static int counter(long key) {
    return (int) (key >>> 48);
  }

  int of(long key) {
    return counts.get(counter(key));
  }
}
