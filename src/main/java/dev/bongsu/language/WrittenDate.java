package dev.bongsu.language;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A date as a text gives it.
///
/// @param time the start of the day if the text has no time
/// @param zone null if the text has none
public record WrittenDate(LocalDateTime time, @Nullable ZoneId zone, boolean hasTime) {
  /// The moment, in a zone if the text has none of its own.
  public Instant toInstant(ZoneId fallback) {
    return time.atZone(zone == null ? fallback : zone).toInstant();
  }
}
