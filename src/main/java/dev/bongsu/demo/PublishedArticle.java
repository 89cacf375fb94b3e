package dev.bongsu.demo;

import java.net.URI;
import java.time.Instant;

/// A story that is out.
///
/// @param publishedAt when it came out
/// @param path of its page, different in each run of the demo
record PublishedArticle(DemoArticle article, Instant publishedAt, String path) {

  /// The address of its page.
  ///
  /// @param base scheme, host and port of the newsroom
  URI address(URI base) {
    return base.resolve(path);
  }
}
