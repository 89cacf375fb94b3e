/// Matches of articles, and the alerts about them.
///
/// `AlertStore` keeps the matches; `AlertWriter` writes the message at the time of sending.
///
/// May import `storage`, `chat`, `summary`, `query`, `subscription`, `feed`, `match`, `article`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "summary",
      "query",
      "subscription",
      "feed",
      "match",
      "article"
    })
@NullMarked
package dev.bongsu.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
