package dev.bongsu.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What was made of the texts that were asked for last. For any number of threads.
final class Remembered<T> {
  private final Map<String, T> known;

  /// @param most how many
  Remembered(int most) {
    known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
          }
        };
  }

  /// What was made of a text, or now is.
  T of(String text, Function<String, T> make) {
    synchronized (known) {
      T there = known.get(text);
      if (there != null) {
        return there;
      }
    }
    T made = make.apply(text);
    synchronized (known) {
      known.put(text, made);
    }
    return made;
  }
}
