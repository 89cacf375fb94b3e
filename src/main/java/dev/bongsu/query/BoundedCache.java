package dev.bongsu.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What was made of the texts that were asked for last. For any number of threads.
final class BoundedCache<T> {
  private final Map<String, T> entries;

  /// @param most how many
  BoundedCache(int most) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
          }
        };
  }

  /// What was made of a text, or now is.
  T computeIfAbsent(String text, Function<String, T> make) {
    synchronized (entries) {
      T there = entries.get(text);
      if (there != null) {
        return there;
      }
    }
    T made = make.apply(text);
    synchronized (entries) {
      entries.put(text, made);
    }
    return made;
  }
}
