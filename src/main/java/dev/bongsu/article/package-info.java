/// Entries made ours: rows, queue, keys and canonical links.
///
/// `ArticleIntake` decides which entries are new, `ArticleStore` keeps them, `PageFetcher` gets
/// their pages.
///
/// May import `storage`, `chat`, `language`, `summary`, `page`, `http`, `query`, `syndication`,
/// `feed`.
@ApplicationModule(
    allowedDependencies = {
      "storage",
      "chat",
      "language",
      "summary",
      "page",
      "http",
      "query",
      "syndication",
      "feed"
    })
@NullMarked
package dev.bongsu.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
