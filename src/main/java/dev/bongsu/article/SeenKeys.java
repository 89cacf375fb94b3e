package dev.bongsu.article;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keys that a feed has shown before.
///
/// @param dates the keys, each with the date stored with it
/// @param notLately those not shown for a day or more
record SeenKeys(Map<String, @Nullable Instant> dates, Set<String> notLately) {
  /// Whether a key must be written for the table to say that it was shown now, with this date.
  boolean isOutdated(String key, @Nullable Instant published) {
    Instant stored = published == null ? null : Instant.ofEpochMilli(published.toEpochMilli());
    return !dates.containsKey(key)
        || notLately.contains(key)
        || !Objects.equals(dates.get(key), stored);
  }
}
