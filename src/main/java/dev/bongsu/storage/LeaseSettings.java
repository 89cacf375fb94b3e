package dev.bongsu.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long work may be silent before another worker takes it over.
///
/// @param duration after this, at the latest, another worker has it and has caught up; at least a
///   second
@ConfigurationProperties("bongsu.lease")
public record LeaseSettings(@DefaultValue("60s") Duration duration) {
  public LeaseSettings {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("duration must be at least 1s");
    }
  }

  /// How long a claim holds without renewal: two thirds, so that whoever takes it over has time to
  /// find it and to catch up.
  public Duration claimDuration() {
    return duration.multipliedBy(2).dividedBy(3);
  }
}
