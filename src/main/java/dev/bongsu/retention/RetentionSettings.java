package dev.bongsu.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long finished rows are kept; at least an hour each.
///
/// @param articleText the texts of articles, with their matches and summaries
/// @param seenKeys the keys of a feed's entries; the newest, twice the feed's length, stay longer
/// @param deliveries sent and dropped messages
/// @param inbox messages to the bot
@ConfigurationProperties("bongsu.keep")
public record RetentionSettings(
    @DefaultValue("30d") Duration articleText,
    @DefaultValue("90d") Duration seenKeys,
    @DefaultValue("30d") Duration deliveries,
    @DefaultValue("30d") Duration inbox) {
  public RetentionSettings {
    check("article-text", articleText);
    check("seen-keys", seenKeys);
    check("deliveries", deliveries);
    check("inbox", inbox);
  }

  private static void check(String name, Duration duration) {
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException(name + " must be at least 1h");
    }
  }
}
