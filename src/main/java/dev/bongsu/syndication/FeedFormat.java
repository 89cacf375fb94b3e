package dev.bongsu.syndication;

/// What a feed is written in, such as `rss_2.0`, `rss_1.0`, `atom_1.0`, `json_1.1`.
public record FeedFormat(String name) {
  @Override
  public String toString() {
    return name;
  }
}
