package dev.bongsu.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// After a restore: what the bot did between the backup and its end, and no longer knows of.
///
/// @param toldUntil what is from before then counts as told; null if nothing was restored
@ConfigurationProperties("bongsu.restore")
public record RestoreSettings(@Nullable Instant toldUntil) {

  /// Whether what is of this time counts as told.
  ///
  /// @param time null for never
  public boolean covers(@Nullable Instant time) {
    return toldUntil != null && time != null && !time.isAfter(toldUntil);
  }
}
