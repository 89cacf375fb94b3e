package dev.bongsu.article;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of fetching articles.
///
/// @param deadline how long a page may wait to be fetched before the feed's own text is used; at
///   least a second
@ConfigurationProperties("bongsu.article")
public record ArticleSettings(@DefaultValue("45s") Duration deadline) {
  public ArticleSettings {
    if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("deadline must be at least 1s");
    }
  }
}
