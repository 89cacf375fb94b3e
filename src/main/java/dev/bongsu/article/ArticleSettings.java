package dev.bongsu.article;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Reading the pages of articles.
///
/// @param deadline time to fetch an article's page, including the wait for its host; after it the
///   bot uses the text of the feed. At least 1s
@ConfigurationProperties("bongsu.article")
public record ArticleSettings(@DefaultValue("45s") Duration deadline) {
  public ArticleSettings {
    if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("deadline must be at least 1s");
    }
  }
}
