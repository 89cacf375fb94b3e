package dev.bongsu.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings after a restored backup: they cover the time between the backup and the end of the
/// former bot, which the database does not know.
///
/// @param toldUntil articles and alerts from before then count as sent; null if nothing was
///   restored
@ConfigurationProperties("bongsu.restore")
public record RestoreSettings(@Nullable Instant toldUntil) {

  /// Whether an article or alert of this time counts as sent.
  ///
  /// @param time null for never
  public boolean covers(@Nullable Instant time) {
    return toldUntil != null && time != null && !time.isAfter(toldUntil);
  }
}
