package dev.bongsu.match;

import dev.bongsu.text.AnalysedText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How many of the latest texts had a key: a rolling sample, for all threads. A wrong number costs
/// time, never a match.
final class KeyFrequencies {
  /// One text in so many is counted.
  private static final int EVERY = 8;

  /// Counts are halved after so many counted texts, and those that reach zero forgotten.
  private static final int SAMPLE = 500;

  private static final int MOST_KEYS = 100_000;

  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final AtomicInteger seen = new AtomicInteger();

  void sample(AnalysedText text) {
    int number = seen.getAndIncrement();
    if (number % EVERY == 0) {
      text.forEachToken(this::count);
    }
    if (number % (EVERY * SAMPLE) == EVERY * SAMPLE - 1) {
      counts.replaceAll((_, count) -> count / 2);
      counts.values().removeIf(count -> count == 0);
    }
  }

  private void count(String key) {
    if (counts.size() < MOST_KEYS || counts.containsKey(key)) {
      counts.merge(key, 1, Integer::sum);
    }
  }

  int of(String key) {
    return counts.getOrDefault(key, 0);
  }
}
