package dev.bongsu.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Restore of a backup: the bot does not know what it sent between the backup and its end.
///
/// @param toldUntil the time at which the bot stopped, such as `2026-11-24T09:30:00Z`; articles and
///   messages from before it count as sent
@ConfigurationProperties("bongsu.restore")
public record RestoreSettings(@Nullable Instant toldUntil) {

  /// Whether an article or alert of this time counts as sent.
  ///
  /// @param time null for never
  public boolean covers(@Nullable Instant time) {
    return toldUntil != null && time != null && !time.isAfter(toldUntil);
  }
}
