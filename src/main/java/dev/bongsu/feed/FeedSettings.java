package dev.bongsu.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often feeds are polled, who sees the articles of added feeds, and the catalogue file.
///
/// @param interval between two polls of a feed
/// @param minInterval the floor under every interval; wins over a shorter `interval`
/// @param addedInChats who gets the articles of a feed that a chat added and no owner shared
/// @param catalogue the catalogue file; blank for none
@ConfigurationProperties("bongsu.feed")
public record FeedSettings(
    @DefaultValue("15m") Duration interval,
    @DefaultValue("5m") Duration minInterval,
    @DefaultValue("keepers") Audience addedInChats,
    @DefaultValue("config/feeds.yaml") String catalogue) {
  public FeedSettings {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("interval must be positive");
    }
    if (!minInterval.isPositive()) {
      throw new IllegalArgumentException("min-interval must be positive");
    }
  }

  /// Who gets the articles of a feed.
  public enum Audience {
    /// The chats that added the feed.
    KEEPERS,
    EVERYONE
  }
}
