package dev.bongsu.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Work of several bots on one database.
///
/// @param duration time after which another bot has taken over the work of a silent one; at least
///   1s
@ConfigurationProperties("bongsu.lease")
public record LeaseSettings(@DefaultValue("60s") Duration duration) {
  public LeaseSettings {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("duration must be at least 1s");
    }
  }

  /// How long a claim holds without renewal: two thirds, which leaves the next worker time to find
  /// the work and to catch up.
  public Duration claimDuration() {
    return duration.multipliedBy(2).dividedBy(3);
  }
}
