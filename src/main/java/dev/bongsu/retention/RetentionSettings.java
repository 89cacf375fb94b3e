package dev.bongsu.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the bot keeps data that nothing waits for; at least 1h each. It deletes older data at
/// night.
///
/// @param articleText the text of articles, with matches and summaries
/// @param seenKeys the keys that recognise a feed's entries; the newest keys, twice the length of
///   the feed, stay in any case
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
