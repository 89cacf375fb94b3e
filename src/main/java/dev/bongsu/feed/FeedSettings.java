package dev.bongsu.feed;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Polling of feeds.
///
/// @param interval the usual time between two polls of a feed; the bot adapts it to how often the
///   feed publishes
/// @param minInterval the shortest time between two polls; it wins over a shorter `interval`
/// @param addedInChats who gets the articles of a feed that a chat added and no owner shared:
///   `keepers`, the chats that added it, or `everyone`
/// @param packs the packs of the catalogue that are on, by name; `default` stands for those that
///   ship switched on. Owners switch packs and single sources with `/feeds packs`
/// @param catalogue the folder of packs, or one file, with the feeds that an installation knows;
///   blank for none
@ConfigurationProperties("bongsu.feed")
public record FeedSettings(
    @DefaultValue("15m") Duration interval,
    @DefaultValue("5m") Duration minInterval,
    @DefaultValue("keepers") Audience addedInChats,
    @DefaultValue("default") List<String> packs,
    @DefaultValue("config/feeds") String catalogue) {
  public FeedSettings {
    packs = List.copyOf(packs);
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
