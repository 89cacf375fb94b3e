package dev.bongsu.article;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How articles are read.
///
/// @param deadline time from seeing an entry until its feed's own text is used if the page could
///   not be asked for; at least a second
@ConfigurationProperties("bongsu.article")
public record ArticleSettings(@DefaultValue("45s") Duration deadline) {
  public ArticleSettings {
    if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("deadline must be at least 1s");
    }
  }
}
