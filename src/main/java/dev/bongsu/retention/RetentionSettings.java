package dev.bongsu.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long is kept what nobody waits for any more; at least an hour each.
///
/// @param articleText the words of an article, with what matched in it and its summaries
/// @param seenKeys how a feed's entries were recognised; also those of twice the feed's length
/// @param deliveries what was sent, or dropped because nobody asked for it any more
/// @param inbox what was said to the bot
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
