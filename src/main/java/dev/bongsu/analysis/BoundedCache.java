package dev.bongsu.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Keeps the results for the texts that were used last. Thread-safe.
public final class BoundedCache<T> {
  private final Map<String, T> entries;

  /// @param maxSize the number of results kept
  public BoundedCache(int maxSize) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > maxSize;
          }
        };
  }

  /// The cached result, or a new one. Does not lock while it makes one, so two threads may make the
  /// same.
  public T computeIfAbsent(String text, Function<String, T> make) {
    synchronized (entries) {
      T known = entries.get(text);
      if (known != null) {
        return known;
      }
    }
    T made = make.apply(text);
    synchronized (entries) {
      entries.put(text, made);
    }
    return made;
  }
}
