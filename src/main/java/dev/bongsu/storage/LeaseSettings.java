package dev.bongsu.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a worker may be unresponsive before another takes over its work.
///
/// @param duration the time after which another worker has taken over and caught up, at the latest;
///   at least a second
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
