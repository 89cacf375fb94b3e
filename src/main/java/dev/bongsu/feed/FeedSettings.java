package dev.bongsu.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Polling of feeds.
///
/// @param interval the usual time between two polls of a feed; the bot adapts it to how often the
///   feed publishes
/// @param minInterval the shortest time between two polls; it wins over a shorter `interval`
/// @param catalogue the file of the feeds that a new installation watches; blank for none
@ConfigurationProperties("bongsu.feed")
public record FeedSettings(
    @DefaultValue("15m") Duration interval,
    @DefaultValue("5m") Duration minInterval,
    @DefaultValue("config/feeds.yaml") String catalogue) {
  public FeedSettings {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("interval must be positive");
    }
    if (!minInterval.isPositive()) {
      throw new IllegalArgumentException("min-interval must be positive");
    }
  }
}
